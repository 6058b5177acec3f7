package org.yimen.eligibility.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household as the register knows it on the day of the screening.
 *
 * @param area code of its village or town
 * @param residence urban or rural
 * @param members those who live and have not moved out, the head first
 * @param gone how many members have died
 * @param said of the household as a whole
 */
public record HouseholdRecord(
    long id,
    String number,
    @Nullable String area,
    @Nullable String address,
    @Nullable String residence,
    List<MemberRecord> members,
    int gone,
    List<Said> said) {

  public @Nullable Said first(String kind) {
    for (Said one : said) {
      if (one.is(kind)) {
        return one;
      }
    }
    return null;
  }

  public boolean has(String kind) {
    return first(kind) != null;
  }

  /** The largest amount said under a kind; -1 where nothing is said. */
  public long amount(String kind) {
    long most = -1;
    for (Said one : said) {
      if (one.is(kind)) {
        most = Math.max(most, one.amount());
      }
    }
    return most;
  }

  /** Whether a member has such a fact. */
  public boolean member(String kind) {
    return members.stream().anyMatch(member -> member.has(kind));
  }

  /** Contribution bases of all members together, fen a month. */
  public long wages() {
    long sum = 0;
    for (MemberRecord member : members) {
      sum += member.wage();
    }
    return sum;
  }

  /** The persons that a bureau counted, where that is more than the register knows of. */
  public int size() {
    return (int) Math.max(members.size(), Math.min(30, amount("size.reported") - gone));
  }
}
