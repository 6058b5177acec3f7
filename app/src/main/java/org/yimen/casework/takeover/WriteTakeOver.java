package org.yimen.casework.takeover;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseNumbers;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.policy.Category;
import org.yimen.policy.clocks.Deadline;

/** Writes what is taken over, a table at a time for all families. */
@Component
class WriteTakeOver {

  private static final int LOCK = 650_041;

  private static final String CASES =
      """
      with wanted as (
        select *, left(area, 9) as town,
          row_number() over (partition by left(area, 9) order by household) as place
        from unnest(:households::bigint[], :areas::text[], :applicants::text[], :categories::text[])
          as t (household, area, applicant, category)),
      %s
      insert into casework.application (number, kind, area, household, applicant, handed_in,
        applied_for, consent, state, category, registered_at, registered_by)
      select %s,
        'takenOver', w.area, w.household, w.applicant, 'village', w.category, false, :state,
        w.category, :now, :who
      from wanted w join numbered n on n.town = w.town
      """
          .formatted(CaseNumbers.NUMBERED, CaseNumbers.NUMBER);

  private static final String STEPS =
      """
      insert into casework.step (application, step, to_state, at, who, unit, note)
      select a.id, :step, :state, :now, :who, :unit, t.remark
      from unnest(:households::bigint[], :remarks::text[]) as t (household, remark)
      join casework.application a on a.household = t.household and a.kind = 'takenOver'
      """;

  private static final String STANDINGS =
      """
      insert into casework.standing (application, area, household, applicant, category, persons,
        monthly_fen, since, valid_until, recheck_limit, recheck_name, recheck_basis, recheck_from,
        recheck_due)
      select a.id, a.area, a.household, a.applicant, a.category, t.persons, t.fen, t.since, t.until,
        t.recheck, coalesce(t.name, ''), coalesce(t.basis, ''), t.from_day, t.due
      from unnest(:households::bigint[], :persons::int[], :fen::bigint[], :since::date[],
          :until::date[], :rechecks::text[], :names::text[], :bases::text[], :from::date[],
          :due::date[])
        as t (household, persons, fen, since, until, recheck, name, basis, from_day, due)
      join casework.application a on a.household = t.household and a.kind = 'takenOver'
      """;

  private static final String RECOGNITIONS =
      """
      insert into casework.recognition (standing, application, area, household, person, name,
        category, valid_from, valid_to)
      select s.id, s.application, s.area, s.household, t.person, t.name, t.category,
        greatest(s.since, :month), s.valid_until + 1
      from unnest(:households::bigint[], :people::text[], :names::text[], :categories::text[])
        as t (household, person, name, category)
      join casework.application a on a.household = t.household and a.kind = 'takenOver'
      join casework.standing s on s.application = a.id
      """;

  private static final String ENTITLEMENTS =
      """
      insert into casework.entitlement (standing, person, item, monthly_fen, from_month)
      select s.id, t.person, t.item, t.fen, greatest(s.since, :month)
      from unnest(:households::bigint[], :people::text[], :items::text[], :fen::bigint[])
        as t (household, person, item, fen)
      join casework.application a on a.household = t.household and a.kind = 'takenOver'
      join casework.standing s on s.application = a.id
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  WriteTakeOver(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** Somebody else who does the same waits until this transaction ends. */
  void alone() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  /** Writes them; the people of no two of them are the same. */
  void all(List<TakeOver.Taken> families) {
    cases(families);
    standings(families);
    people(families);
    amounts(families);
  }

  private void cases(List<TakeOver.Taken> families) {
    CurrentUser user = access.user();
    Timestamp now = Timestamp.from(clock.instant());
    over(CASES, families)
        .param("areas", texts(families, one -> one.roll().area()))
        .param("applicants", texts(families, one -> one.roll().applicant()))
        .param("categories", texts(families, one -> one.roll().category().code()))
        .param("year", LocalDate.now(clock).getYear())
        .param("state", State.TAKEN_OVER.code())
        .param("now", now)
        .param("who", user.username())
        .update();
    over(STEPS, families)
        .param("remarks", texts(families, one -> one.roll().remark()))
        .param("step", Step.TAKE_OVER.code())
        .param("state", State.TAKEN_OVER.code())
        .param("now", now)
        .param("who", user.username())
        .param("unit", user.unit())
        .update();
  }

  private void standings(List<TakeOver.Taken> families) {
    over(STANDINGS, families)
        .param("persons", numbers(families, one -> one.roll().people().size()))
        .param("fen", numbers(families, one -> one.roll().monthlyFen()))
        .param("since", texts(families, one -> one.since()))
        .param("until", texts(families, TakeOver.Taken::validUntil))
        .param("rechecks", texts(families, one -> of(one.recheck(), Deadline::limit)))
        .param("names", texts(families, one -> of(one.recheck(), Deadline::name)))
        .param("bases", texts(families, one -> of(one.recheck(), Deadline::basis)))
        .param("from", texts(families, TakeOver.Taken::recheckFrom))
        .param("due", texts(families, one -> of(one.recheck(), Deadline::due)))
        .update();
  }

  private record Who(Roll roll, Roll.Person person) {}

  private void people(List<TakeOver.Taken> families) {
    List<Who> people = new ArrayList<>();
    for (TakeOver.Taken one : families) {
      one.roll().people().forEach(person -> people.add(new Who(one.roll(), person)));
    }
    jdbc.sql(RECOGNITIONS)
        .param("households", numbers(people, one -> one.roll().household()))
        .param("people", texts(people, one -> one.person().id()))
        .param("names", texts(people, one -> one.person().name()))
        .param("categories", texts(people, one -> one.roll().categoryOf(one.person())))
        .param("month", month())
        .update();
  }

  private record Money(long household, String person, String item, long fen) {}

  private void amounts(List<TakeOver.Taken> families) {
    List<Money> money = new ArrayList<>();
    for (TakeOver.Taken one : families) {
      Roll roll = one.roll();
      if (roll.category() == Category.DIBAO) {
        money.add(new Money(roll.household(), "", "allowance", roll.allowanceFen()));
      }
      for (Roll.Person person : roll.people()) {
        String key = Long.toString(person.id());
        money.add(new Money(roll.household(), key, "tekunBasic", roll.supportOf(person).basic()));
        money.add(new Money(roll.household(), key, "care", roll.supportOf(person).care()));
      }
    }
    money.removeIf(one -> one.fen() == 0);
    jdbc.sql(ENTITLEMENTS)
        .param("households", numbers(money, Money::household))
        .param("people", texts(money, Money::person))
        .param("items", texts(money, Money::item))
        .param("fen", numbers(money, Money::fen))
        .param("month", month())
        .update();
  }

  /** From here on it is kept here who is in a category and gets what. */
  private LocalDate month() {
    return LocalDate.now(clock).withDayOfMonth(1);
  }

  private JdbcClient.StatementSpec over(String query, List<TakeOver.Taken> families) {
    return jdbc.sql(query).param("households", numbers(families, one -> one.roll().household()));
  }

  private static @Nullable Object of(
      @Nullable Deadline recheck, Function<Deadline, @Nullable Object> part) {
    return recheck == null ? null : part.apply(recheck);
  }

  private static <T> Long[] numbers(List<T> all, Function<T, Number> number) {
    return all.stream().map(one -> number.apply(one).longValue()).toArray(Long[]::new);
  }

  private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable Object> text) {
    return all.stream()
        .map(
            one -> {
              Object found = text.apply(one);
              return found == null ? null : found.toString();
            })
        .toArray(String[]::new);
  }
}
