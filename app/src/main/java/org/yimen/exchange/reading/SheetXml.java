package org.yimen.exchange.reading;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.Source.Cell;
import org.yimen.exchange.reading.Source.RawRow;

/** One worksheet as a stream of rows. Formulas are seen, never evaluated. */
final class SheetXml {
  private static final MathContext AS_SHOWN = new MathContext(15);

  private final XMLStreamReader xml;
  private final List<String> shared;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private List<Cell> cells = new ArrayList<>();
  private int row;
  private int rowChars;
  private int column;
  private @Nullable String type;
  private boolean formula;
  private boolean inText;

  SheetXml(InputStream in, List<String> shared, Limits limits) throws XMLStreamException {
    this.xml = reader(in);
    this.shared = shared;
    this.limits = limits;
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory.createXMLStreamReader(in);
  }

  void rows(Predicate<RawRow> receiver) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        case XMLStreamConstants.END_ELEMENT -> {
          if (end(xml.getLocalName()) && !receiver.test(new RawRow(row, cells))) {
            return;
          }
        }
        case XMLStreamConstants.DTD -> throw new XMLStreamException("a DTD has no place here");
        default -> {}
      }
    }
  }

  private void start(String element) {
    switch (element) {
      case "row" -> {
        row = Math.max(row + 1, number(xml.getAttributeValue(null, "r"), row + 1));
        if (row > limits.rows()) {
          throw limits.tooLarge("工作表超过 " + limits.rows() + " 行");
        }
        cells = new ArrayList<>();
        rowChars = 0;
        column = -1;
      }
      case "c" -> {
        column = column(xml.getAttributeValue(null, "r"), column + 1);
        type = xml.getAttributeValue(null, "t");
        formula = false;
        text.setLength(0);
      }
      case "f" -> formula = true;
      case "v", "t" -> inText = true;
      default -> {}
    }
  }

  private void characters() {
    if (inText) {
      text.append(xml.getText());
      if (text.length() > limits.cellChars()) {
        throw limits.cellTooLong("第 " + row + " 行");
      }
    }
  }

  /** True when a row is complete. */
  private boolean end(String element) throws XMLStreamException {
    switch (element) {
      case "v", "t" -> inText = false;
      case "c" -> {
        if (!text.isEmpty() || formula) {
          put(cell());
        }
      }
      case "row" -> {
        return true;
      }
      default -> {}
    }
    return false;
  }

  private void put(Cell cell) {
    while (cells.size() < column) {
      cells.add(Source.BLANK);
    }
    cells.add(cell);
    rowChars += cell.text().length();
    if (rowChars > limits.rowChars()) {
      throw limits.tooLarge("第 " + row + " 行的内容过长");
    }
  }

  private Cell cell() throws XMLStreamException {
    boolean number = type == null || type.equals("n");
    String value = text.toString();
    if ("s".equals(type)) {
      value = shared(value);
    } else if (number && !value.isEmpty()) {
      value = asShown(value);
    }
    Cell.Kind kind = number ? Cell.Kind.NUMBER : Cell.Kind.TEXT;
    return new Cell(value, formula ? Cell.Kind.FORMULA : kind);
  }

  private String shared(String index) throws XMLStreamException {
    int at = number(index, -1);
    if (at < 0 || at >= shared.size()) {
      throw new XMLStreamException("a shared string is missing");
    }
    return shared.get(at);
  }

  private static String asShown(String value) throws XMLStreamException {
    if (value.length() <= 15 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value;
    }
    if (value.length() > 40) {
      throw new XMLStreamException("not a number");
    }
    try {
      BigDecimal number = new BigDecimal(value.strip());
      if (Math.abs((long) number.scale()) > 400) {
        throw new XMLStreamException("not a number of a spreadsheet");
      }
      // An integer is kept to its last digit: it may be a citizen number stored as text by a tool.
      return number.scale() <= 0 ? number.toPlainString() : plain(number);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(AS_SHOWN).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
  }

  private int column(@Nullable String reference, int otherwise) {
    int at = 0;
    if (reference == null) {
      at = otherwise + 1;
    } else {
      for (int i = 0; i < reference.length() && at <= limits.columns(); i++) {
        char c = reference.charAt(i);
        if (c < 'A' || c > 'Z') {
          break;
        }
        at = at * 26 + c - 'A' + 1;
      }
    }
    if (at > limits.columns()) {
      throw limits.tooLarge("第 " + row + " 行超过 " + limits.columns() + " 列");
    }
    return Math.max(at - 1, otherwise);
  }

  private static int number(@Nullable String digits, int otherwise) {
    try {
      return digits == null ? otherwise : Integer.parseInt(digits.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
