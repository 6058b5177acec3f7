package org.yimen.platform;

import java.util.List;

/** Lines that {@code yimen start} prints under the address, once the application is up. */
public interface StartNotice {

  /** The lines in Chinese; empty when there is nothing to say. */
  List<String> lines();
}
