package org.yimen.eligibility.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yimen.registry.SealedFacts;

/**
 * Households with everything said of them that is in force on a day and was recorded until a
 * moment, one after the other in order of their ids. Two sorted streams are read side by side, so
 * memory doesn't grow with the register.
 */
public final class RegisterSnapshot {

  private static final int AT_ONCE = 4_000;

  /**
   * In which order facts are looked at: not the order in which they happened to be written, so that
   * the same facts give the same result whenever they are read.
   */
  private static final Comparator<Said> ORDER =
      Comparator.comparing(Said::kind)
          .thenComparing(Said::amount, Comparator.reverseOrder())
          .thenComparing(said -> String.valueOf(said.code()))
          .thenComparing(said -> String.valueOf(said.detail()))
          .thenComparing(said -> String.valueOf(said.from()))
          .thenComparing(Said::source);

  private final Connection connection;
  private final SealedFacts sealed;
  private final LocalDate asOf;
  private final Instant knownUntil;

  private record Fact(long household, @Nullable Long person, Said said) {}

  private record Place(
      long person,
      @Nullable String relation,
      String name,
      @Nullable LocalDate birth,
      @Nullable String sex,
      boolean died,
      boolean head) {}

  /** A snapshot through a connection on which a transaction has begun. */
  public RegisterSnapshot(
      Connection connection, SealedFacts sealed, LocalDate asOf, Instant knownUntil) {
    this.connection = connection;
    this.sealed = sealed;
    this.asOf = asOf;
    this.knownUntil = knownUntil;
  }

  /** Hands over the households whose ids lie between first and last, both included. */
  public void read(long first, long last, Consumer<HouseholdRecord> taker) throws SQLException {
    try (PreparedStatement members = connection.prepareStatement(SnapshotSql.MEMBERS);
        PreparedStatement facts = connection.prepareStatement(SnapshotSql.FACTS)) {
      new Parameters(members).days(asOf, 3).range(first, last).range(first, last);
      Parameters asked = new Parameters(facts);
      for (int part = 0; part < 2; part++) {
        asked.range(first, last).days(asOf, 2).moment(knownUntil);
      }
      try (ResultSet places = members.executeQuery();
          ResultSet said = facts.executeQuery()) {
        merge(places, new Facts(said, sealed), taker);
      }
    }
  }

  private static void merge(ResultSet places, Facts facts, Consumer<HouseholdRecord> taker)
      throws SQLException {
    boolean more = places.next();
    while (more) {
      long id = places.getLong(1);
      String number = places.getString(2);
      String area = places.getString(3);
      String address = places.getString(4);
      String residence = places.getString(5);
      List<Place> people = new ArrayList<>();
      do {
        if (places.getObject(6) != null) {
          people.add(place(places));
        }
        more = places.next();
      } while (more && places.getLong(1) == id);
      Family family = new Family(people, facts.of(id));
      taker.accept(
          new HouseholdRecord(
              id, number, area, address, residence, family.living, family.gone, family.own));
    }
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong(6),
        row.getString(7),
        row.getString(8),
        row.getObject(9, LocalDate.class),
        row.getString(10),
        row.getBoolean(11),
        row.getBoolean(12));
  }

  /** Deals the facts of one household out to it and to its living members. */
  private static final class Family {

    private final List<MemberRecord> living = new ArrayList<>();
    private final Evidence own;
    private final List<MemberRecord> gone = new ArrayList<>();

    Family(List<Place> people, List<Fact> facts) {
      own = of(null, facts);
      people.sort(
          Comparator.comparing((Place place) -> !place.head()).thenComparing(Place::person));
      for (Place place : people) {
        Evidence said = of(place.person(), facts);
        MemberRecord person =
            new MemberRecord(
                place.person(), place.name(), place.relation(), place.birth(), place.sex(), said);
        if (place.died() || person.has(FactKind.DEATH)) {
          gone.add(person);
        } else if (!person.has(FactKind.MOVED_OUT)) {
          living.add(person);
        }
      }
    }

    private static Evidence of(@Nullable Long person, List<Fact> facts) {
      List<Said> said = new ArrayList<>();
      for (Fact fact : facts) {
        if (person == null ? fact.person() == null : person.equals(fact.person())) {
          said.add(fact.said());
        }
      }
      said.sort(ORDER);
      return Evidence.of(said);
    }
  }

  /** The stream of facts, read as far as the household that is asked for. */
  private static final class Facts {

    private final ResultSet rows;
    private final SealedFacts sealed;
    private @Nullable Fact next;

    Facts(ResultSet rows, SealedFacts sealed) throws SQLException {
      this.rows = rows;
      this.sealed = sealed;
      this.next = fact();
    }

    List<Fact> of(long household) throws SQLException {
      List<Fact> found = new ArrayList<>();
      for (Fact fact = next; fact != null && fact.household() <= household; fact = next) {
        if (fact.household() == household) {
          found.add(fact);
        }
        next = fact();
      }
      return found;
    }

    private @Nullable Fact fact() throws SQLException {
      if (!rows.next()) {
        return null;
      }
      long household = rows.getLong(1);
      long person = rows.getLong(2);
      Long of = rows.wasNull() ? null : person;
      FactKind kind = FactKind.of(rows.getString(3));
      SealedFacts.Words words =
          sealed.open(
              SealedFacts.of(of, household),
              kind.code(),
              new SealedFacts.Kept(rows.getString(5), rows.getString(6), rows.getBytes(9)));
      Said said =
          new Said(
              kind,
              rows.getLong(4),
              words.code(),
              words.detail(),
              rows.getObject(7, LocalDate.class),
              rows.getString(8),
              rows.getTimestamp(10).toInstant());
      return new Fact(household, of, said);
    }
  }

  /** Fills a statement's parameters in order. */
  private static final class Parameters {

    private final PreparedStatement statement;
    private int at;

    Parameters(PreparedStatement statement) throws SQLException {
      this.statement = statement;
      statement.setFetchSize(AT_ONCE);
    }

    Parameters days(LocalDate day, int times) throws SQLException {
      for (int i = 0; i < times; i++) {
        statement.setObject(++at, day);
      }
      return this;
    }

    Parameters range(long first, long last) throws SQLException {
      statement.setLong(++at, first);
      statement.setLong(++at, last);
      return this;
    }

    Parameters moment(Instant moment) throws SQLException {
      statement.setTimestamp(++at, Timestamp.from(moment));
      return this;
    }
  }
}
