package org.yimen.casework.attachment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The check that needs nothing installed: a file is of its kind, not empty and not too large. */
@Component
class KnownContent implements ScanAttachment {

  static final int LARGEST = 5 << 20;

  @Override
  public @Nullable String wrong(String mediaType, byte[] content) {
    if (content.length > LARGEST) {
      return "照片或文件超过 %d MB，请压缩后再发送。".formatted(LARGEST >> 20);
    }
    MediaTypes found = MediaTypes.of(content);
    return found != null && found.code().equals(mediaType.toLowerCase(Locale.ROOT))
        ? null
        : "文件内容不完整或不是它所说的格式，请重新拍照或导出后再发送。";
  }
}
