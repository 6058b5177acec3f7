package org.yimen.batch.deciding;

import java.util.List;
import org.yimen.policy.Category;
import org.yimen.policy.Law;

/**
 * Who may be paid anything: households in 低保, and those with a member of whom no condition of 特困 is
 * missed. Of all others the amount is nothing, and need not be worked out.
 */
final class Payable {
  private static final int NOT_MET = 0;

  private final int ofHousehold;
  private final int ofMember;
  private final int[] tekun;

  Payable(Law law) {
    List<String> conditions = law.memberConditions();
    this.ofHousehold = law.householdConditions().size();
    this.ofMember = conditions.size();
    this.tekun =
        conditions.stream()
            .filter(id -> id.startsWith("tekun."))
            .mapToInt(conditions::indexOf)
            .toArray();
  }

  boolean mayBe(Category category, byte[] findings, int members) {
    if (category == Category.DIBAO || category == Category.TEKUN) {
      return true;
    }
    for (int member = 0; member < members; member++) {
      boolean all = true;
      for (int condition : tekun) {
        int at = ofHousehold + member * ofMember + condition;
        all &= (findings[at >> 2] >> ((at & 3) << 1) & 3) != NOT_MET;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }
}
