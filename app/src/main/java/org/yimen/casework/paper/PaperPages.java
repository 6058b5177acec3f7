package org.yimen.casework.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yimen.casework.paper.Paper.Cell;

/**
 * A paper as a page that the PDF writer sets. It is built node by node: whatever somebody typed is
 * text and nothing else.
 */
final class PaperPages {

  private static final String STYLE = style();

  /** A row of more letters may be broken between pages. */
  private static final int LONG_ROW = 600;

  private final Document page;
  private final UnaryOperator<String> printable;

  private PaperPages(Document page, UnaryOperator<String> printable) {
    this.page = page;
    this.printable = printable;
  }

  static Document of(Paper paper, UnaryOperator<String> printable) {
    try {
      Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      new PaperPages(page, printable).write(paper);
      return page;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String style() {
    try (InputStream file = PaperPages.class.getResourceAsStream("/casework/paper/paper.css")) {
      if (file == null) {
        throw new IllegalStateException("casework/paper/paper.css is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("casework/paper/paper.css", e);
    }
  }

  private void write(Paper paper) {
    Element html = page.createElement("html");
    page.appendChild(html);
    Element head = added(html, "head", "");
    text(added(head, "title", ""), paper.title());
    text(added(head, "style", ""), STYLE);
    Element body = added(html, "body", "");
    if (!paper.printed().number().isEmpty()) {
      lines(added(body, "div", "number"), paper.printed().number());
    }
    lines(added(body, "div", "foot"), paper.printed().foot());
    lines(added(body, "h1", ""), paper.title());
    if (!paper.subtitle().isEmpty()) {
      lines(added(body, "p", "subtitle"), paper.subtitle());
    }
    for (Paper.Block block : paper.blocks()) {
      if (block instanceof Paper.Text paragraph) {
        paragraph(body, paragraph);
      } else if (block instanceof Paper.Table table) {
        table(body, table);
      }
    }
  }

  private void paragraph(Element body, Paper.Text paragraph) {
    switch (paragraph.style()) {
      case HEADING -> lines(added(body, "h2", ""), paragraph.text());
      case BODY -> lines(added(body, "p", "body"), paragraph.text());
      case PLAIN -> lines(added(body, "p", ""), paragraph.text());
      case NOTE -> lines(added(body, "p", "note"), paragraph.text());
      case SIGN -> lines(added(body, "p", "sign"), paragraph.text());
      case SEAL -> lines(added(body, "p", "seal"), paragraph.text());
    }
  }

  private void table(Element body, Paper.Table table) {
    Element element = added(body, "table", "");
    int sum = table.widths().stream().mapToInt(Integer::intValue).sum();
    Element columns = added(element, "colgroup", "");
    for (int width : table.widths()) {
      added(columns, "col", "").setAttribute("style", "width: %d%%".formatted(100 * width / sum));
    }
    if (table.head() > 0) {
      rows(added(element, "thead", ""), table.rows().subList(0, table.head()), "th");
    }
    rows(
        added(element, "tbody", ""), table.rows().subList(table.head(), table.rows().size()), "td");
  }

  private void rows(Element part, List<List<Cell>> rows, String tag) {
    for (List<Cell> row : rows) {
      int letters = row.stream().mapToInt(cell -> cell.text().length()).sum();
      Element line = added(part, "tr", letters > LONG_ROW ? "long" : "");
      for (Cell cell : row) {
        Element box = added(line, tag, cell.label() ? "label" : "");
        if (cell.span() > 1) {
          box.setAttribute("colspan", Integer.toString(cell.span()));
        }
        lines(box, cell.text());
      }
    }
  }

  private Element added(Element parent, String tag, String kind) {
    Element element = page.createElement(tag);
    if (!kind.isEmpty()) {
      element.setAttribute("class", kind);
    }
    parent.appendChild(element);
    return element;
  }

  private void lines(Element element, String text) {
    String[] lines = printable.apply(text).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        element.appendChild(page.createElement("br"));
      }
      text(element, lines[i]);
    }
  }

  /** An empty node would trip the setter's division into directions. */
  private void text(Element element, String text) {
    if (!text.isEmpty()) {
      element.appendChild(page.createTextNode(text));
    }
  }
}
