package org.yimen.eligibility.evidence;

import java.util.List;
import java.util.stream.Stream;
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

  /** The same with only some of its members. */
  public HouseholdRecord with(List<MemberRecord> some) {
    return new HouseholdRecord(id, number, area, address, residence, some, gone, List.of());
  }

  /** Members and those who have died: whoever a list may name. */
  public Stream<MemberRecord> everybody() {
    return Stream.concat(members.stream(), gone.stream());
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
    return (int) Math.max(members.size(), Math.min(30, amount("size.reported") - gone.size()));
  }
}
