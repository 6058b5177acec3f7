package org.yimen.linkage;

/** Compares dates of birth packed as yyyymmdd with zeros for what is unknown. */
final class Births {
  private static final int DIFFERS = 1;
  private static final int NEARLY = 2;
  private static final int YEAR = 3;
  private static final int MONTH = 4;
  static final int DAY = 5;

  private Births() {}

  /** A level of {@link Field#BIRTH}. */
  static int level(int row, int known) {
    if (row == 0 || known == 0) {
      return 0;
    }
    if (row / 10_000 == known / 10_000) {
      return sameYear(row % 10_000, known % 10_000);
    }
    int apart = Math.abs(row / 10_000 - known / 10_000);
    boolean vague = row % 10_000 == 0 || known % 10_000 == 0;
    boolean restSame = row % 10_000 == known % 10_000;
    return apart == 1 && vague || restSame ? NEARLY : DIFFERS;
  }

  private static int sameYear(int row, int known) {
    if (row / 100 == 0 || known / 100 == 0) {
      return YEAR;
    }
    if (row / 100 == known / 100) {
      return row % 100 == 0 || known % 100 == 0 ? MONTH : row == known ? DAY : NEARLY;
    }
    boolean turned = row / 100 == known % 100 && row % 100 == known / 100;
    return turned || row % 100 != 0 && row % 100 == known % 100 ? NEARLY : DIFFERS;
  }
}
