package org.yimen.casework.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** What a reader of a paper sees, without spaces and line ends. */
public final class PaperText {

  private PaperText() {}

  /** Of a PDF; letters that only look alike (Kangxi radicals) are read as the usual ones. */
  public static String pdf(byte[] file) {
    try (PDDocument document = Loader.loadPDF(file)) {
      return tight(new PDFTextStripper().getText(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String word(byte[] file) {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      StringBuilder text = new StringBuilder();
      document.getHeaderList().forEach(one -> text.append(one.getText()));
      document.getFooterList().forEach(one -> text.append(one.getText()));
      document.getParagraphs().forEach(one -> text.append(one.getText()));
      for (XWPFTable table : document.getTables()) {
        text.append(
            table.getRows().stream()
                .flatMap(row -> row.getTableCells().stream())
                .map(XWPFTableCell::getText)
                .collect(Collectors.joining("\n")));
      }
      return tight(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All letters of a text, in the order of their codes: those of two files with the same words are
   * equal.
   */
  public static String letters(String text) {
    return text.codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static String tight(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]", "");
  }

  /** Fonts that are not in the file. */
  public static List<String> notEmbedded(byte[] file) {
    List<String> missing = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          if (!font.isEmbedded()) {
            missing.add(font.getName());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return missing;
  }

  public static int pages(byte[] file) {
    try (PDDocument document = Loader.loadPDF(file)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often a glyph is drawn that stands for a letter which the font lacks. */
  public static int notDrawn(byte[] file) {
    int[] count = {0};
    try (PDDocument document = Loader.loadPDF(file)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition position) {
          for (int code : position.getCharacterCodes()) {
            if (code == 0) {
              count[0]++;
            }
          }
        }
      }.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count[0];
  }
}
