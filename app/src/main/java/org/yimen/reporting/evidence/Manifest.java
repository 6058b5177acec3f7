package org.yimen.reporting.evidence;

import java.util.List;

/**
 * What an export holds.
 *
 * @param format of the export; changes where a field changes its meaning
 * @param hash SHA-256 over the lines "file sha256" of all files but the audit's: equal for equal
 *     records, as before a backup and after its restoring
 * @param notKept kinds that this version doesn't keep, so that nothing can be said of them
 */
record Manifest(int format, String madeAt, String hash, List<File> files, List<String> notKept) {

  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  /** A file with its rows and the SHA-256 of its bytes. */
  record File(String name, long rows, String sha256) {}
}
