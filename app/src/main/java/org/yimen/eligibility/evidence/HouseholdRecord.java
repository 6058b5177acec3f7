package org.yimen.eligibility.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household as the register knows it on the day of the screening.
 *
 * @param area code of its village or town
 * @param residence urban or rural
 * @param members those who live and have not moved out, the head first
 * @param gone members who have died
 * @param said of the household as a whole
 */
public record HouseholdRecord(
    long id,
    String number,
    @Nullable String area,
    @Nullable String address,
    @Nullable String residence,
    List<MemberRecord> members,
    List<MemberRecord> gone,
    Evidence said)
    implements Spoken {

  /** The same with only some of its members. */
  public HouseholdRecord with(List<MemberRecord> some) {
    return new HouseholdRecord(id, number, area, address, residence, some, gone, Evidence.NONE);
  }

  /** Whether that is said of a member. */
  public boolean anybodyHas(FactKind kind) {
    for (MemberRecord member : members) {
      if (member.has(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Members with a certified disability of this level or graver. */
  public int disabled(int level) {
    int count = 0;
    for (MemberRecord member : members) {
      count += member.disabled(level) ? 1 : 0;
    }
    return count;
  }

  /** Members and those who have died: whoever a list may name. */
  public List<MemberRecord> everybody() {
    if (gone.isEmpty()) {
      return members;
    }
    List<MemberRecord> all = new ArrayList<>(members);
    all.addAll(gone);
    return all;
  }

  /** Contribution bases of all members together, fen a month. */
  public long wages() {
    long sum = 0;
    for (MemberRecord member : members) {
      sum += member.wage();
    }
    return sum;
  }

  /** What members paid for treatment in twelve months as their own records say, fen. */
  public long medical() {
    long sum = 0;
    for (MemberRecord member : members) {
      for (Said said : member.all(FactKind.EXPENSE_MEDICAL)) {
        sum += said.amount();
      }
    }
    return sum;
  }

  /** The persons that a bureau counted, where that is more than the register knows of. */
  public int size() {
    return (int)
        Math.max(members.size(), Math.min(30, amount(FactKind.SIZE_REPORTED) - gone.size()));
  }
}
