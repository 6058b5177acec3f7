package org.yimen.linkage;

import java.util.Arrays;
import org.yimen.linkage.matching.BlockIndex;
import org.yimen.linkage.matching.Keys;

/**
 * A row with what holds of it whoever of the register it is compared with; it holds until the
 * register grows.
 *
 * @param companions households of those with whom the row stands together
 * @param packedNumber the row's number where it is equal or another's, and nothing between; else 0
 * @param carriers positions of those who carry the row's number
 * @param villageBits what living in the row's village is worth
 * @param townBits what living in the row's town is worth
 * @param restAtMost the most that fields other than birth, place and door can say for anybody
 */
record Asked(
    RowView row,
    long[] companions,
    long packedNumber,
    int[] carriers,
    double villageBits,
    double townBits,
    double restAtMost) {

  static Asked of(RowView row, long[] companions, Register register) {
    return new Asked(
        row,
        companions,
        row.number().text().endsWith("000") ? 0 : row.number().packed(),
        carriers(row, register.index()),
        rarity(PersonKeys.VILLAGE, row.place().village(), register),
        rarity(PersonKeys.TOWN, row.place().town(), register),
        rest(row, companions));
  }

  private static int[] carriers(RowView row, BlockIndex index) {
    long key = Keys.of(PersonKeys.NUMBER, row.number().text());
    int[] carriers = new int[row.number().text().isEmpty() ? 0 : index.count(key)];
    int n = 0;
    for (int e = index.first(key); e >= 0 && n < carriers.length; e = index.next(e)) {
      carriers[n++] = index.item(e);
    }
    return Arrays.copyOf(carriers, n);
  }

  private static double rarity(int kind, String place, Register register) {
    int others = register.index().count(Keys.of(kind, place));
    return Comparison.log2((register.size() + 1.0) / (others + 1));
  }

  private static double rest(RowView row, long[] companions) {
    double most = Field.SEX.most() + Math.max(Field.RELATION.most(), Field.HEAD.most());
    most += row.phone().isEmpty() ? 0 : Field.PHONE.most();
    most += row.source().householdSize() == null ? 0 : Field.SIZE.most();
    most += row.otherName().isEmpty() ? 0 : Field.OTHER_NAME.most();
    return most + (companions.length == 0 ? 0 : Field.COMPANION.most());
  }
}
