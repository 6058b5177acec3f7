package org.yimen.casework.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Papers as PDF/A for the archive: A4, every font embedded, right-to-left names in their order. */
final class WritePdf {

  static {
    XRLog.setLoggingEnabled(false);
  }

  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private WritePdf() {}

  static byte[] of(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PaperFonts fonts = PaperFonts.get();
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      fonts.into(builder, document);
      builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
      builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
      builder.withProducer("Yimen");
      builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
      builder.useColorProfile(SRGB);
      builder.withW3cDocument(PaperPages.of(paper, fonts::printable), null);
      builder.toStream(out);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDF();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Many papers one after the other, each beginning on a page of its own. */
  static void joined(List<byte[]> papers, OutputStream out) {
    try (PDDocument all = new PDDocument()) {
      PDFMergerUtility merge = new PDFMergerUtility();
      for (byte[] paper : papers) {
        try (PDDocument one = Loader.loadPDF(paper)) {
          merge.appendDocument(all, one);
        }
      }
      all.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
