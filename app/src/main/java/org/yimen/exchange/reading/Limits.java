package org.yimen.exchange.reading;

/**
 * What a file may ask of the machine. As every size is bounded, so is the time.
 *
 * @param unpackedBytes of all parts of a workbook together, or of a text file
 * @param ratio unpacked to packed, looked at beyond {@code RATIO_FREE} bytes
 * @param entries in the zip
 * @param rows of a sheet
 * @param columns of a row
 * @param cellChars of a cell; a spreadsheet program allows 32,767
 * @param rowChars of all cells of a row
 * @param sharedChars of a workbook's shared texts, each counting {@code SHARED_TEXT} more
 */
record Limits(
    long unpackedBytes,
    int ratio,
    int entries,
    int rows,
    int columns,
    int cellChars,
    int rowChars,
    long sharedChars) {
  static final int SHARED_TEXT = 32;
  static final long RATIO_FREE = 16L << 20;

  static Limits standard() {
    return new Limits(1L << 30, 250, 2_000, 1_048_576, 1_024, 32_767, 1 << 20, 64L << 20);
  }

  UnreadableFile tooLarge(String what) {
    return new UnreadableFile(
        UnreadableFile.Problem.TOO_LARGE, what + "，超过系统允许的范围，文件未读取。请拆成几个文件或删去多余内容后重新上传。");
  }

  UnreadableFile cellTooLong(String where) {
    return new UnreadableFile(
        UnreadableFile.Problem.CELL_TOO_LONG,
        where + "有超过 " + cellChars + " 个字的单元格，文件未读取。请检查是否误粘贴了大段内容，或引号没有成对。");
  }
}
