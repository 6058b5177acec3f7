package org.yimen.casework.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.ProblemType;

/**
 * Who is in which primary category from when to when; nobody is in two at a time, which the
 * database keeps. What was is closed, never written over.
 */
@Component
class Recognitions {

  private static final ProblemType ALREADY_IN_ONE =
      new ProblemType("already-recognised", HttpStatus.CONFLICT, "已在其他类别");

  private final JdbcClient jdbc;

  Recognitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts the award's people into their categories, where they aren't already. */
  void begin(Effect effect) {
    List<Award.Person> people = effect.award().people();
    try {
      jdbc.sql(
              """
              insert into casework.recognition (standing, decision, application, area, household,
                person, name, category, valid_from, valid_to)
              select s.id, :decision, :application, s.area, s.household, t.person, t.name, t.category,
                :from, :to
              from casework.standing s,
                unnest(:persons::text[], :names::text[], :categories::text[])
                  as t (person, name, category)
              where s.id = :standing and not exists (
                select from casework.recognition r
                where r.standing = s.id and r.person = t.person and r.category = t.category
                  and r.valid_to is null)
              """)
          .param("standing", effect.standing())
          .param("decision", effect.decision())
          .param("application", effect.application())
          .param("persons", texts(people, Award.Person::key))
          .param("names", texts(people, Award.Person::name))
          .param("categories", texts(people, Award.Person::category))
          .param("from", effect.from())
          .param("to", effect.until() == null ? null : effect.until().plusDays(1))
          .update();
    } catch (DataIntegrityViolationException e) {
      throw alreadyInOne();
    }
  }

  static RuntimeException alreadyInOne() {
    return ALREADY_IN_ONE.because("家庭成员中有人已在另一户或另一类别中享受救助，同一时间只能在一类。请先办理原类别的退出，再确认本户。");
  }

  /** Takes out whoever is not in the award, or not in that category. */
  void close(Effect effect, String because) {
    jdbc.sql(
            """
            update casework.recognition r
            set valid_to = greatest(valid_from, :from), ended_because = :because, ended_by = :decision
            where standing = :standing and (valid_to is null or valid_to > :from)
              and (valid_to is not null or not exists (
                select from unnest(:persons::text[], :categories::text[]) as t (person, category)
                where t.person = r.person and t.category = r.category))
            """)
        .param("from", effect.from())
        .param("because", because)
        .param("decision", effect.decision())
        .param("standing", effect.standing())
        .param("persons", texts(effect.award().people(), Award.Person::key))
        .param("categories", texts(effect.award().people(), Award.Person::category))
        .update();
  }

  /** One person leaves, as who has died from the month after. */
  void leave(Effect effect, String person, LocalDate from, String because) {
    jdbc.sql(
            """
            update casework.recognition
            set valid_to = greatest(valid_from, :from), ended_because = :because, ended_by = :decision
            where standing = :standing and person = :person and (valid_to is null or valid_to > :from)
            """)
        .param("from", from)
        .param("because", because)
        .param("decision", effect.decision())
        .param("standing", effect.standing())
        .param("person", person)
        .update();
  }

  /** Puts back from the day of the end whom a decision has taken out. */
  void restore(long standing, long ended, long decision) {
    try {
      jdbc.sql(
              """
              insert into casework.recognition (standing, decision, application, area, household,
                person, name, category, valid_from)
              select standing, :decision, application, area, household, person, name, category,
                valid_to
              from casework.recognition
              where standing = :standing and ended_by = :ended
              """)
          .param("decision", decision)
          .param("standing", standing)
          .param("ended", ended)
          .update();
    } catch (DataIntegrityViolationException e) {
      throw alreadyInOne();
    }
  }

  /** Those who are in a category on a day. */
  List<Award.Person> on(long standing, LocalDate day) {
    return jdbc.sql(
            """
            select person as key, name, category from casework.recognition
            where standing = :standing and valid_from <= :day and (valid_to is null or valid_to > :day)
            order by id
            """)
        .param("standing", standing)
        .param("day", day)
        .query(Award.Person.class)
        .list();
  }

  private static String[] texts(
      List<Award.Person> all, Function<Award.Person, @Nullable String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }
}
