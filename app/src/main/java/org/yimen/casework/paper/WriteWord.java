package org.yimen.casework.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.yimen.casework.paper.Paper.Cell;

/**
 * Papers as Word files that can be edited. They are built run by run, so that whatever somebody
 * typed is text; the fonts are those of the reader's machine.
 */
final class WriteWord {

  private static final int A4_WIDE = 11_906;
  private static final int A4_HIGH = 16_838;
  private static final int SIDE = 1_300;
  private static final int TOP = 1_360;
  private static final int TEXT_WIDE = A4_WIDE - 2 * SIDE;
  private static final int TITLE = 20;
  private static final int BODY = 12;
  private static final double IN_TABLE = 10.5;
  private static final double SMALL = 9;
  private static final int TWO_LETTERS = 480;

  private final XWPFDocument file;

  private WriteWord(XWPFDocument file) {
    this.file = file;
  }

  static byte[] of(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument file = new XWPFDocument()) {
      new WriteWord(file).write(paper);
      file.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void write(Paper paper) {
    size();
    edges(paper.printed());
    XWPFParagraph title = file.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    title.setSpacingAfter(160);
    run(title, paper.title(), TITLE).setBold(true);
    if (!paper.subtitle().isEmpty()) {
      XWPFParagraph subtitle = file.createParagraph();
      subtitle.setAlignment(ParagraphAlignment.CENTER);
      run(subtitle, paper.subtitle(), BODY);
    }
    for (Paper.Block block : paper.blocks()) {
      if (block instanceof Paper.Text paragraph) {
        paragraph(paragraph);
      } else if (block instanceof Paper.Table table) {
        table(table);
      }
    }
  }

  private void size() {
    CTSectPr section = file.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDE));
    section.getPgSz().setH(BigInteger.valueOf(A4_HIGH));
    CTPageMar edges = section.addNewPgMar();
    edges.setLeft(BigInteger.valueOf(SIDE));
    edges.setRight(BigInteger.valueOf(SIDE));
    edges.setTop(BigInteger.valueOf(TOP));
    edges.setBottom(BigInteger.valueOf(TOP));
  }

  private void edges(Paper.Printed printed) {
    if (!printed.number().isEmpty()) {
      XWPFParagraph head = file.createHeader(HeaderFooterType.DEFAULT).createParagraph();
      head.setAlignment(ParagraphAlignment.RIGHT);
      run(head, printed.number(), SMALL);
    }
    XWPFParagraph foot = file.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    run(foot, printed.foot() + "　　第 ", SMALL);
    foot.getCTP().addNewFldSimple().setInstr("PAGE");
    run(foot, " 页，共 ", SMALL);
    foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    run(foot, " 页", SMALL);
  }

  private void paragraph(Paper.Text text) {
    XWPFParagraph paragraph = file.createParagraph();
    paragraph.setSpacingAfter(80);
    switch (text.style()) {
      case HEADING -> {
        paragraph.setSpacingBefore(160);
        paragraph.setKeepNext(true);
        run(paragraph, text.text(), BODY).setBold(true);
      }
      case BODY -> {
        paragraph.setFirstLineIndent(TWO_LETTERS);
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        run(paragraph, text.text(), BODY);
      }
      case SEAL -> {
        paragraph.setSpacingBefore(400);
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        run(paragraph, text.text(), BODY);
      }
      case NOTE -> run(paragraph, text.text(), SMALL);
      case PLAIN -> run(paragraph, text.text(), BODY);
      case SIGN -> {
        paragraph.setSpacingBefore(200);
        run(paragraph, text.text(), BODY);
      }
    }
  }

  private void table(Paper.Table table) {
    int sum = table.widths().stream().mapToInt(Integer::intValue).sum();
    List<Integer> widths = table.widths().stream().map(one -> TEXT_WIDE * one / sum).toList();
    XWPFTable grid = file.createTable();
    grid.setWidth(TEXT_WIDE);
    CTTblLayoutType layout = grid.getCTTbl().getTblPr().addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    for (int i = 0; i < table.rows().size(); i++) {
      XWPFTableRow row = i == 0 ? grid.getRow(0) : grid.createRow();
      row.setRepeatHeader(i < table.head());
      cells(row, table.rows().get(i), widths);
    }
    file.createParagraph().setSpacingAfter(0);
  }

  private static void cells(XWPFTableRow row, List<Cell> cells, List<Integer> widths) {
    while (row.getTableCells().size() > cells.size()) {
      row.removeCell(row.getTableCells().size() - 1);
    }
    int column = 0;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      XWPFTableCell box = i < row.getTableCells().size() ? row.getCell(i) : row.addNewTableCell();
      CTTcPr shape =
          box.getCTTc().isSetTcPr() ? box.getCTTc().getTcPr() : box.getCTTc().addNewTcPr();
      CTTblWidth width = shape.isSetTcW() ? shape.getTcW() : shape.addNewTcW();
      int wide = 0;
      for (int spanned = 0; spanned < cell.span(); spanned++) {
        wide += widths.get(column++);
      }
      width.setType(STTblWidth.DXA);
      width.setW(BigInteger.valueOf(wide));
      if (cell.span() > 1) {
        shape.addNewGridSpan().setVal(BigInteger.valueOf(cell.span()));
      }
      box.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      XWPFParagraph paragraph = box.getParagraphArray(0);
      paragraph.setAlignment(cell.label() ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
      run(paragraph, cell.text(), IN_TABLE);
    }
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, double size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily("Times New Roman");
    run.setFontFamily("宋体", FontCharRange.eastAsia);
    run.setFontSize(size);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i], i);
    }
    return run;
  }
}
