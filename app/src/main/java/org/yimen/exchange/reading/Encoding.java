package org.yimen.exchange.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.FileContent;

/**
 * Finds the encoding of a text by decoding all of it strictly: byte order mark, UTF-8, GB18030.
 *
 * <p>GB18030 accepts nearly any pair of bytes, so a text in it must also look like Chinese: most of
 * its characters lie in the rows of the everyday characters.
 */
final class Encoding {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int ENOUGH_TO_JUDGE = 20;
  private static final double EVERYDAY_SHARE = 0.7;

  private Encoding() {}

  static Charset of(FileContent file) throws IOException {
    Charset marked = marked(file);
    if (marked != null) {
      return decodes(file, marked) ? marked : unknown();
    }
    if (decodes(file, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    return decodes(file, GB18030) && looksChinese(file) ? GB18030 : unknown();
  }

  private static Charset unknown() {
    throw new UnreadableFile(
        UnreadableFile.Problem.UNKNOWN_ENCODING,
        "文字编码认不出，或这不是文本文件。请用 Excel 打开后另存为 xlsx，或另存为 UTF-8 编码的 csv。");
  }

  /** Opens the text, without its byte order mark. */
  static Reader reader(FileContent file, Charset charset) throws IOException {
    InputStream in = file.stream();
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    if (charset == StandardCharsets.UTF_8 && StandardCharsets.UTF_8.equals(marked(file))) {
      reader.skip(1);
    }
    return reader;
  }

  private static @Nullable Charset marked(FileContent file) throws IOException {
    try (InputStream in = file.stream()) {
      byte[] head = in.readNBytes(3);
      if (head.length == 3
          && head[0] == (byte) 0xEF
          && head[1] == (byte) 0xBB
          && head[2] == (byte) 0xBF) {
        return StandardCharsets.UTF_8;
      }
      // Java's UTF-16 reads the byte order mark itself.
      boolean little = head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
      boolean big = head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
      return little || big ? StandardCharsets.UTF_16 : null;
    }
  }

  /** True when all of it decodes and holds no control characters that no table has. */
  private static boolean decodes(FileContent file, Charset charset) throws IOException {
    char[] buffer = new char[1 << 14];
    try (Reader reader = reader(file, charset)) {
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        for (int i = 0; i < count; i++) {
          char c = buffer[i];
          if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A) {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean looksChinese(FileContent file) throws IOException {
    long all = 0;
    long everyday = 0;
    byte[] buffer = new byte[1 << 14];
    int lead = 0;
    try (InputStream in = file.stream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          int value = buffer[i] & 0xFF;
          if (lead == 0) {
            lead = value >= 0x80 ? value : 0;
          } else {
            all++;
            everyday += everyday(lead, value) ? 1 : 0;
            lead = 0;
          }
        }
      }
    }
    return all < ENOUGH_TO_JUDGE || everyday >= all * EVERYDAY_SHARE;
  }

  /** GB 2312: symbols in rows 1 to 3, first-level characters in rows 16 to 55. */
  private static boolean everyday(int lead, int trail) {
    boolean row = (lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xD7);
    return row && trail >= 0xA1;
  }
}
