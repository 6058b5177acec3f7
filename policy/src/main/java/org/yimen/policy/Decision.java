package org.yimen.policy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A determination without its reasons: some twenty bytes to keep for everybody. {@link
 * Law#determine} on the same facts and the same rules makes the reasons again.
 */
public final class Decision {
  private final Category category;
  private final Finding watch;
  private final @Nullable WatchKind watchKind;
  private final byte[] findings;
  private final long factsHash;
  private final long lawHash;

  /**
   * @param findings two bits a condition in the order of {@link Determination#conditions()}
   * @param factsHash of the facts, the day and the area
   * @param lawHash of the rule files
   */
  public Decision(
      Category category, Determination.Watch watch, byte[] findings, long factsHash, long lawHash) {
    this.category = category;
    this.watch = watch.result();
    this.watchKind = watch.kind();
    this.findings = findings.clone();
    this.factsHash = factsHash;
    this.lawHash = lawHash;
  }

  public Category category() {
    return category;
  }

  public Finding watch() {
    return watch;
  }

  public @Nullable WatchKind watchKind() {
    return watchKind;
  }

  /** Two bits a condition: 0 not met, 1 met, 2 unknown. */
  public byte[] findings() {
    return findings.clone();
  }

  /** The finding of the condition at that place in {@link Determination#conditions()}. */
  public Finding finding(int index) {
    return switch (findings[index >> 2] >> ((index & 3) << 1) & 3) {
      case 0 -> Finding.NOT_MET;
      case 1 -> Finding.MET;
      default -> Finding.UNKNOWN;
    };
  }

  public long factsHash() {
    return factsHash;
  }

  public long lawHash() {
    return lawHash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decision that
        && category == that.category
        && watch == that.watch
        && watchKind == that.watchKind
        && Arrays.equals(findings, that.findings)
        && factsHash == that.factsHash
        && lawHash == that.lawHash;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(factsHash * 31 + lawHash);
  }
}
