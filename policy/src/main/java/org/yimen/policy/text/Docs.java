package org.yimen.policy.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads a file's bytes as YAML or, where it begins like JSON, as JSON. */
public final class Docs {
  /** More than any case file needs; larger ones are refused before they are read. */
  public static final int MAX_BYTES = 64 << 20;

  /** Deeper than any case file; a bomb of brackets ends here. */
  static final int MAX_DEPTH = 50;

  private Docs() {}

  /**
   * @param file its name for problems
   * @throws BadFile where it is not UTF-8, not YAML or JSON, too large or empty
   */
  public static Doc read(String file, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new BadFile(file, 0, "文件超过 64 MB，请拆成几个文件。");
    }
    String text = decode(file, bytes);
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new BadFile(file, 1, "文件是空的。");
    }
    if (start.charAt(0) == '{' || start.charAt(0) == '[') {
      try {
        return new JsonDocs(file).read(text);
      } catch (BadFile json) {
        return flow(file, text, json);
      }
    }
    return new YamlDocs(file).read(text);
  }

  /** YAML may begin with a bracket as well; a broken JSON file gets JSON's message. */
  private static Doc flow(String file, String text, BadFile json) {
    try {
      return new YamlDocs(file).read(text);
    } catch (BadFile yaml) {
      yaml.addSuppressed(json);
      throw json;
    }
  }

  private static String decode(String file, byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadFile(file, goodLines(bytes), "文件不是 UTF-8 编码，请另存为 UTF-8。");
    }
  }

  /** The line at which decoding fails. */
  private static int goodLines(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    var out = java.nio.CharBuffer.allocate(bytes.length + 1);
    decoder.decode(in, out, true);
    int line = 1;
    for (int i = 0; i < in.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
