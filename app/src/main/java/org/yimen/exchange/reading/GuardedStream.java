package org.yimen.exchange.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what comes out of a zip entry and stops before a bomb or an endless cell is in memory.
 *
 * <p>The distance between two {@code <} bounds any text, attribute or name of the XML, whatever the
 * parser does with it.
 */
final class GuardedStream extends FilterInputStream {
  private final Budget budget;
  private final String part;
  private final long longestRun;
  private long run;

  /** What all parts of a workbook may unpack to together. */
  static final class Budget {
    private final Limits limits;
    private final long allowedByRatio;
    private long used;

    Budget(Limits limits, long packedBytes) {
      this.limits = limits;
      this.allowedByRatio = Math.max(Limits.RATIO_FREE, packedBytes * limits.ratio());
    }

    void use(long bytes) {
      used += bytes;
      if (used > limits.unpackedBytes()) {
        throw limits.tooLarge("文件展开后超过 " + (limits.unpackedBytes() >> 20) + " MB");
      }
      if (used > allowedByRatio) {
        throw limits.tooLarge("文件压缩比异常（疑似压缩炸弹）");
      }
    }

    Limits limits() {
      return limits;
    }
  }

  GuardedStream(InputStream in, Budget budget, String part) {
    super(in);
    this.budget = budget;
    this.part = part;
    this.longestRun = budget.limits().cellChars() * 8L + 4_096;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      budget.use(count);
      watchRuns(buffer, offset, offset + count);
    }
    return count;
  }

  private void watchRuns(byte[] buffer, int start, int end) {
    for (int i = start; i < end; i++) {
      run = buffer[i] == '<' ? 0 : run + 1;
      if (run > longestRun) {
        throw budget.limits().cellTooLong(part);
      }
    }
  }
}
