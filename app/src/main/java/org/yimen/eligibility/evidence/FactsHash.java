package org.yimen.eligibility.evidence;

import org.jspecify.annotations.Nullable;

/** A number that tells whether a household's facts are still those that were screened. */
public final class FactsHash {

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private long sum = PRIME;

  private FactsHash() {}

  public static long of(HouseholdRecord household) {
    FactsHash hash = new FactsHash();
    hash.add(household.id());
    hash.add(household.area());
    hash.add(household.address());
    hash.add(household.residence());
    household.said().all().forEach(hash::add);
    hash.add(household.members().size());
    household.everybody().forEach(hash::add);
    return hash.sum;
  }

  private void add(MemberRecord member) {
    add(member.id());
    add(member.name());
    add(member.relation());
    add(member.sex());
    add(member.birth() == null ? 0 : member.birth().toEpochDay());
    member.said().all().forEach(this::add);
  }

  private void add(Said said) {
    add(said.kind().letters());
    add(said.amount());
    add(said.code());
    add(said.detail());
    add(said.from() == null ? 0 : said.from().toEpochDay());
    add(said.source());
  }

  private void add(@Nullable String text) {
    add(text == null ? 0 : letters(text));
  }

  static long letters(String text) {
    long letters = 1;
    for (int i = 0; i < text.length(); i++) {
      letters = letters * 0x100000001B3L + text.charAt(i);
    }
    return letters;
  }

  private void add(long value) {
    long mixed = (sum ^ value) * PRIME;
    sum = mixed ^ (mixed >>> 29);
  }
}
