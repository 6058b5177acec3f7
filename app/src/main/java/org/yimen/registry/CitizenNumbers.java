package org.yimen.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.Secrecy;

/** Citizen numbers as registry.person keeps them: sealed, found by keyed hashes. */
@Component
public final class CitizenNumbers {

  private static final int SIX = 6;
  private static final int FOUR = 4;
  private static final int WHOLE = 18;

  private static final int MOST_KNOWN = 50_000;

  private final JdbcClient jdbc;
  private final Map<Long, Sealed> known = new ConcurrentHashMap<>();
  private final SealedField number;
  private final SealedField whole;
  private final SealedField lastSix;
  private final SealedField lastFour;

  CitizenNumbers(JdbcClient jdbc, Secrecy secrecy) {
    this.jdbc = jdbc;
    this.number = secrecy.field("registry.person.citizen_number");
    this.whole = secrecy.field("registry.person.citizen_number.whole");
    this.lastSix = secrecy.field("registry.person.citizen_number.six");
    this.lastFour = secrecy.field("registry.person.citizen_number.four");
  }

  /**
   * The value of the column: sealed number, then hashes of the whole, the last six and the last
   * four characters. The same number of the same person gives the same value.
   */
  public byte @Nullable [][] sealed(long person, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Sealed before = known.get(person);
    if (before != null && before.text().equals(text) && number.current(before.parts()[0])) {
      return before.parts();
    }
    byte[][] parts = {
      number.sealAlike(person, text),
      whole.index(text),
      lastSix.index(last(text, SIX)),
      lastFour.index(last(text, FOUR))
    };
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(person, new Sealed(text, parts));
    return parts;
  }

  /** Bureaus tell of the same persons again and again: the last ones sealed are kept. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Sealed(String text, byte[][] parts) {}

  /** The number of a person from the first element of the column; null for null. */
  public @Nullable String open(long person, byte @Nullable [] sealed) {
    return number.open(person, sealed);
  }

  /** As {@link MaskedNumber} shows it. */
  public @Nullable String masked(long person, byte @Nullable [] sealed) {
    return MaskedNumber.of(open(person, sealed));
  }

  boolean current(byte[] sealed) {
    return number.current(sealed);
  }

  /** Persons whose number ends with these characters, at least four; a whole number is exact. */
  public Long[] endingWith(String typed) {
    String end = typed.toUpperCase(Locale.ROOT);
    List<byte[]> keys =
        end.length() >= WHOLE
            ? whole.indexes(end)
            : end.length() >= SIX
                ? lastSix.indexes(last(end, SIX))
                : lastFour.indexes(last(end, FOUR));
    return jdbc
        .sql(
            """
            select id, citizen_number[1] as sealed from registry.person
            where id in (select registry.persons_by_number(:keys))
            """)
        .param("keys", keys.toArray(byte[][]::new))
        .query((row, n) -> new Found(row.getLong("id"), row.getBytes("sealed")))
        .list()
        .stream()
        .filter(found -> ends(found, end))
        .map(Found::person)
        .toArray(Long[]::new);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Found(long person, byte[] sealed) {}

  private boolean ends(Found found, String end) {
    String text = open(found.person(), found.sealed());
    return text != null && text.endsWith(end);
  }

  private static String last(String text, int characters) {
    return text.substring(Math.max(0, text.length() - characters));
  }
}
