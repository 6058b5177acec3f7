package org.yimen.casework.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its own bytes: it must begin and end as its kind does. Four kinds are taken, so
 * a library that knows a thousand is not needed.
 */
enum MediaTypes {
  JPEG("image/jpeg", "jpg") {
    @Override
    boolean is(byte[] c) {
      return begins(c, 0, 0xFF, 0xD8, 0xFF) && end(c).contains("\u00FF\u00D9");
    }
  },
  PNG("image/png", "png") {
    @Override
    boolean is(byte[] c) {
      return begins(c, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')
          && begins(c, 12, 'I', 'H', 'D', 'R')
          && ends(c, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82);
    }
  },
  WEBP("image/webp", "webp") {
    @Override
    boolean is(byte[] c) {
      return begins(c, 0, 'R', 'I', 'F', 'F')
          && begins(c, 8, 'W', 'E', 'B', 'P', 'V', 'P', '8')
          && size(c) + 8 == c.length;
    }
  },
  PDF("application/pdf", "pdf") {
    @Override
    boolean is(byte[] c) {
      return begins(c, 0, '%', 'P', 'D', 'F', '-') && end(c).contains("%%EOF");
    }
  };

  /** Cameras and printers add notes of their own after the end. */
  private static final int NOTES = 1 << 16;

  private final String code;
  private final String ending;

  MediaTypes(String code, String ending) {
    this.code = code;
    this.ending = ending;
  }

  String code() {
    return code;
  }

  String ending() {
    return ending;
  }

  abstract boolean is(byte[] content);

  static List<String> codes() {
    return Arrays.stream(values()).map(MediaTypes::code).toList();
  }

  /** The kind of these bytes; null where they are none of the four. */
  static @Nullable MediaTypes of(byte[] content) {
    return Arrays.stream(values()).filter(one -> one.is(content)).findAny().orElse(null);
  }

  private static boolean begins(byte[] content, int from, int... bytes) {
    if (content.length < from + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[from + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String end(byte[] content) {
    int length = Math.min(NOTES, content.length);
    return new String(content, content.length - length, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean ends(byte[] content, int... bytes) {
    return content.length >= bytes.length && begins(content, content.length - bytes.length, bytes);
  }

  /** The length that a RIFF file says it has, from the ninth byte on; padded to an even one. */
  private static long size(byte[] content) {
    long size = 0;
    for (int i = 7; i >= 4; i--) {
      size = size << 8 | content[i] & 0xFF;
    }
    return size + (size & 1);
  }
}
