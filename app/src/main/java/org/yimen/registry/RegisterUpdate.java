package org.yimen.registry;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.CopyRows;

/**
 * What one delivery changes in the register, gathered by COPY into temporary tables and applied by
 * {@link #apply()} in the transaction that runs.
 *
 * <p>Nothing said is overwritten: a spelling is kept once, a fact said again by the same kind of
 * delivery is not written twice, and one that now says something else closes the old one.
 */
public final class RegisterUpdate implements AutoCloseable {

  /** A person met for the first time; sex is male or female, foundedBy residence or department. */
  public record Person(
      long id,
      String name,
      @Nullable String citizenNumber,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable String ethnicGroup,
      String foundedBy) {}

  /**
   * What a row tells of a person who was known before. What the register lacks is filled in; a row
   * of the residence file overrules what others said.
   */
  public record Sighting(
      long person,
      String name,
      @Nullable String citizenNumber,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable String ethnicGroup,
      long sourceRow) {}

  /**
   * A household, new or told anew by the residence file; area is a village's code of 12 digits or a
   * town's of 9.
   */
  public record Household(
      long id,
      String number,
      @Nullable String area,
      @Nullable String address,
      @Nullable String residence) {}

  /** Somebody lives in a household; relation is the two-digit code of GB/T 4761. */
  public record Membership(
      long household, long person, @Nullable String relation, long sourceRow) {}

  /** A name under which a person was met. */
  public record Name(long person, String name, long sourceRow) {}

  /** Something said of exactly one person or one household; money in fen. */
  public record Fact(
      @Nullable Long person,
      @Nullable Long household,
      String kind,
      @Nullable Long amount,
      @Nullable String code,
      @Nullable String detail,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      long sourceRow) {}

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final CitizenNumbers numbers;
  private final SealedFacts sealed;
  private final Origin origin;
  private final CopyRows persons;
  private final CopyRows sightings;
  private final CopyRows households;
  private final CopyRows memberships;
  private final CopyRows names;
  private final CopyRows facts;
  private final NameKeys nameKeys;

  private RegisterUpdate(
      DataSource dataSource, CitizenNumbers numbers, SealedFacts sealed, Origin origin) {
    this.jdbc = JdbcClient.create(dataSource);
    this.dataSource = dataSource;
    this.numbers = numbers;
    this.sealed = sealed;
    this.origin = origin;
    jdbc.sql(RegisterSql.TEMPORARY_TABLES).update();
    nameKeys = new NameKeys(dataSource);
    persons = CopyRows.into(dataSource, "registry.person", RegisterSql.PERSON);
    sightings = CopyRows.into(dataSource, "incoming_sighting", RegisterSql.SIGHTING);
    households = CopyRows.into(dataSource, "incoming_household", RegisterSql.HOUSEHOLD);
    memberships = CopyRows.into(dataSource, "incoming_membership", RegisterSql.MEMBERSHIP);
    names = CopyRows.into(dataSource, "incoming_name", RegisterSql.NAME);
    facts = CopyRows.into(dataSource, "incoming_fact", RegisterSql.FACT);
  }

  /**
   * Where the rows come from: the format's id, the day it was received, whether it is the residence
   * file, whose households overrule others, and the delivery's first source row: only what came
   * before it is superseded. decidedRow is 0 while a delivery is loaded, else the row of which
   * somebody has said whose it is.
   */
  public record Origin(
      String kind, LocalDate day, boolean residence, long firstRow, long decidedRow) {

    /** Of a delivery that is being loaded. */
    public Origin(String kind, LocalDate day, boolean residence, long firstRow) {
      this(kind, day, residence, firstRow, 0);
    }
  }

  /** An update within the running transaction. */
  public static RegisterUpdate in(
      DataSource dataSource, CitizenNumbers numbers, SealedFacts sealed, Origin origin) {
    return new RegisterUpdate(dataSource, numbers, sealed, origin);
  }

  public void add(Person person) {
    nameKeys.told(person.name());
    persons.row(
        person.id(),
        person.name(),
        numbers.sealed(person.id(), person.citizenNumber()),
        person.sex(),
        person.birthDate(),
        person.ethnicGroup(),
        person.foundedBy());
  }

  public void add(Sighting sighting) {
    nameKeys.told(sighting.name());
    sightings.row(
        sighting.person(),
        sighting.name(),
        numbers.sealed(sighting.person(), sighting.citizenNumber()),
        sighting.sex(),
        sighting.birthDate(),
        sighting.ethnicGroup(),
        sighting.sourceRow());
  }

  public void add(Household household) {
    households.row(
        household.id(),
        household.number(),
        household.area(),
        household.address(),
        household.residence());
  }

  public void add(Membership membership) {
    memberships.row(
        membership.household(), membership.person(), membership.relation(), membership.sourceRow());
  }

  public void add(Name name) {
    nameKeys.told(name.name());
    names.row(name.person(), name.name(), name.sourceRow());
  }

  public void add(Fact fact) {
    SealedFacts.Kept kept =
        sealed.kept(
            SealedFacts.of(fact.person(), fact.household()),
            fact.kind(),
            new SealedFacts.Words(fact.code(), fact.detail()));
    facts.row(
        fact.person(),
        fact.household(),
        fact.kind(),
        fact.amount(),
        kept.code(),
        kept.detail(),
        kept.sealed(),
        fact.from(),
        fact.to(),
        fact.sourceRow());
  }

  /** Applies what was added; until then only new persons are in their table. */
  public void apply() {
    for (CopyRows rows :
        new CopyRows[] {persons, sightings, households, memberships, names, facts}) {
      rows.flush();
    }
    jdbc.sql(RegisterSql.KNOW_SIZES).update();
    note(RegisterSql.NOTE_HOUSEHOLDS).update();
    jdbc.sql(RegisterSql.HOUSEHOLDS).update();
    applySightings();
    applyMemberships();
    jdbc.sql(RegisterSql.NEW_SPELLINGS).update();
    note(RegisterSql.DEATHS).update();
    note(RegisterSql.MOVED_OUT).update();
    applyFacts();
    nameKeys.write();
    CurrentLists.refresh(jdbc, origin.day());
    jdbc.sql(RegisterSql.CHANGED_NOW).update();
    jdbc.sql(RegisterSql.CLEAR).update();
  }

  /** A step that keeps what it changes, see {@link DeliveryEffects}. */
  private JdbcClient.StatementSpec note(String step) {
    boolean decided = origin.decidedRow() != 0;
    return jdbc.sql(step)
        .param("cause", decided ? origin.decidedRow() : origin.firstRow())
        .param("decided", decided);
  }

  private void applySightings() {
    if (origin.residence()) {
      jdbc.sql(RegisterSql.KEEP_FORMER_NAMES).update();
      note(RegisterSql.OVERRULE).update();
    } else {
      note(RegisterSql.FILL_IN).update();
    }
  }

  private void applyMemberships() {
    if (origin.residence()) {
      note(RegisterSql.LEAVE_OLD_HOUSEHOLDS).param("today", origin.day()).update();
    }
    jdbc.sql(RegisterSql.NEW_MEMBERSHIPS).update();
    jdbc.sql(RegisterSql.HEADS_AND_SIZES).update();
  }

  private void applyFacts() {
    boolean saidBefore =
        jdbc.sql("select exists (select from registry.fact where source_kind = :kind)")
            .param("kind", origin.kind())
            .query(Boolean.class)
            .single();
    if (saidBefore) {
      sealed.renewCompared(new JdbcTemplate(dataSource), origin.kind());
      for (String subject : new String[] {"person", "household"}) {
        note(RegisterSql.CLOSE_SUPERSEDED.formatted(subject))
            .param("kind", origin.kind())
            .param("today", origin.day())
            .param("first", origin.firstRow())
            .update();
        jdbc.sql(RegisterSql.FORGET_REPEATED.formatted(subject))
            .param("kind", origin.kind())
            .update();
      }
    }
    jdbc.sql(RegisterSql.NEW_FACTS).param("kind", origin.kind()).update();
  }

  /** Forgets what was not applied. */
  @Override
  public void close() {
    // the temporary tables go with the transaction
  }
}
