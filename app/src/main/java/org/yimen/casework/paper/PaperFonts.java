package org.yimen.casework.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that come with the program, read once: of each paper only the letters it uses are
 * embedded. A letter that the first has not is taken from the next.
 */
final class PaperFonts {

  private static final int REGULAR = 400;
  private static final String[] FAMILIES = {"song", "rare-han", "arabic"};

  private final Map<String, TrueTypeFont> fonts = new LinkedHashMap<>();
  private final CmapLookup[] letters = new CmapLookup[FAMILIES.length];

  private PaperFonts() throws IOException {
    for (int i = 0; i < FAMILIES.length; i++) {
      TrueTypeFont font = read(FAMILIES[i]);
      fonts.put(FAMILIES[i], font);
      letters[i] = font.getUnicodeCmapLookup();
    }
  }

  /** Sixteen megabytes, read when the first paper is printed. */
  private static final class Once {

    private static final PaperFonts FONTS = read();

    private static PaperFonts read() {
      try {
        return new PaperFonts();
      } catch (IOException e) {
        throw new IllegalStateException("casework/paper/fonts", e);
      }
    }
  }

  static PaperFonts get() {
    return Once.FONTS;
  }

  private static TrueTypeFont read(String name) throws IOException {
    try (InputStream file =
        PaperFonts.class.getResourceAsStream("/casework/paper/fonts/" + name + ".ttf")) {
      if (file == null) {
        throw new IOException(name + ".ttf is missing");
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
  }

  void into(PdfRendererBuilder builder, PDDocument document) throws IOException {
    for (Map.Entry<String, TrueTypeFont> font : fonts.entrySet()) {
      PDType0Font embedded = PDType0Font.load(document, font.getValue(), true);
      builder.useFont(new PDFontSupplier(embedded), font.getKey(), REGULAR, FontStyle.NORMAL, true);
    }
  }

  /** The text, a letter that no font has as its number: {@code 〔U+1F600〕}. */
  String printable(String text) {
    if (text.codePoints().allMatch(this::has)) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if (has(letter)) {
                printable.appendCodePoint(letter);
              } else {
                printable.append("〔U+%04X〕".formatted(letter));
              }
            });
    return printable.toString();
  }

  private boolean has(int letter) {
    if (letter == '\n') {
      return true;
    }
    for (CmapLookup one : letters) {
      if (one.getGlyphId(letter) != 0) {
        return true;
      }
    }
    return false;
  }
}
