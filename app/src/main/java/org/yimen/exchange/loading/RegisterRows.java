package org.yimen.exchange.loading;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.Identity;
import org.yimen.exchange.reading.RowFact;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Sex;
import org.yimen.registry.RegisterUpdate;

/** Says to the register what a row tells of its person and household. */
public final class RegisterRows {

  private static final int ISO_DATE = 10;

  private final RegisterUpdate update;
  private final boolean residence;
  private final Set<Long> told = new HashSet<>();

  /** For rows of one delivery; residence where it is the residence file. */
  public RegisterRows(RegisterUpdate update, boolean residence) {
    this.update = update;
    this.residence = residence;
  }

  /** A row as the register takes it: its id, who it names, whose it is. */
  public record Row(long id, Identity who, long person, long household) {}

  /** The first row of a new person. */
  public void founds(Row row) {
    Identity who = row.who();
    CitizenNumber number = CitizenNumber.normalise(who.number());
    update.add(
        new RegisterUpdate.Person(
            row.person(),
            who.name(),
            kept(number),
            sex(who, number),
            birth(who, number),
            who.ethnicGroup(),
            residence ? "residence" : "department"));
  }

  /** A row of a person known before. */
  public void sees(Row row) {
    Identity who = row.who();
    CitizenNumber number = CitizenNumber.normalise(who.number());
    if (!who.name().isEmpty()) {
      update.add(
          new RegisterUpdate.Sighting(
              row.person(),
              who.name(),
              number.whole() ? number.text() : null,
              number.whole() || residence ? sex(who, number) : who.sex(),
              birth(who, number),
              who.ethnicGroup(),
              row.id()));
      update.add(new RegisterUpdate.Name(row.person(), who.name(), row.id()));
    }
  }

  /** The row's person lives in its household; the household is told once. */
  public void joins(Row row, @Nullable String number, Iterable<RowFact> facts) {
    Identity who = row.who();
    if (number != null && told.add(row.household())) {
      update.add(
          new RegisterUpdate.Household(
              row.household(), number, who.areaCode(), who.address(), residence(facts)));
    }
    String relation = who.role() == Identity.Role.PERSON ? who.relation() : "02";
    update.add(new RegisterUpdate.Membership(row.household(), row.person(), relation, row.id()));
  }

  /** A fact of the row's person or household. */
  public void says(Row row, RowFact fact) {
    boolean ofPerson = fact.subject() == RowFact.Subject.PERSON;
    if (!ofPerson && row.household() == 0) {
      return;
    }
    update.add(
        new RegisterUpdate.Fact(
            ofPerson ? row.person() : null,
            ofPerson ? null : row.household(),
            fact.kind(),
            fact.amount(),
            fact.code(),
            fact.detail(),
            fact.from(),
            fact.to(),
            row.id()));
  }

  private static final Map<String, String> RESIDENCE =
      Map.of("agricultural", "rural", "nonAgricultural", "urban");

  private static @Nullable String residence(Iterable<RowFact> facts) {
    for (RowFact fact : facts) {
      if (fact.kind().equals("hukou") && fact.code() != null) {
        return RESIDENCE.get(fact.code());
      }
    }
    return null;
  }

  /** What is left of a number may still be of use to the eye; a filler is of none. */
  private static @Nullable String kept(CitizenNumber number) {
    boolean some =
        number.whole()
            || number.kind() == CitizenNumber.Kind.CHECK_FAILED
            || number.kind() == CitizenNumber.Kind.DAMAGED;
    return some && number.text().length() >= 15 ? number.text() : null;
  }

  private static @Nullable String sex(Identity who, CitizenNumber number) {
    Sex said = number.whole() ? number.sex() : null;
    return who.sex() != null || said == null ? who.sex() : said == Sex.MALE ? "male" : "female";
  }

  private static @Nullable LocalDate birth(Identity who, CitizenNumber number) {
    if (who.birthDate() != null && who.birthDate().length() == ISO_DATE) {
      return LocalDate.parse(who.birthDate());
    }
    BirthDate said = number.whole() ? number.birth() : null;
    return said == null || said.month() == null || said.day() == null
        ? null
        : LocalDate.of(said.year(), said.month(), said.day());
  }
}
