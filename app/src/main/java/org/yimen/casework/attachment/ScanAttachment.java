package org.yimen.casework.attachment;

import org.jspecify.annotations.Nullable;

/**
 * Looks at what somebody sends before it is kept. A district adds its own, such as a virus scanner,
 * as a further bean; all have to let it pass.
 */
public interface ScanAttachment {

  /**
   * What is wrong with it, in a Chinese sentence that says what to do; null where nothing is.
   *
   * @param mediaType told by the content
   */
  @Nullable String wrong(String mediaType, byte[] content);
}
