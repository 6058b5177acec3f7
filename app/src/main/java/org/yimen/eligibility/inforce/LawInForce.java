package org.yimen.eligibility.inforce;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.PlainFailure;
import org.yimen.policy.Law;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.text.BadFile;

/**
 * The law that this installation goes by. Every process asks the database which values are in
 * force, so that all go by the same one from the moment that a value is put in force.
 */
public class LawInForce {

  private static final Logger LOG = LoggerFactory.getLogger(LawInForce.class);

  private static final int FORMER = 4;

  private final Law files;
  private final JdbcClient jdbc;
  private @Nullable Loaded present;
  private final Map<Mark, Law> former = new LinkedHashMap<>(FORMER, 0.75f, true);
  private @Nullable Mark failed;

  /**
   * @param files the product's rules and those of the area folders
   */
  public LawInForce(Law files, JdbcClient jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  /**
   * A law and how far it goes.
   *
   * @param number of the last decision that put a value in force; 0: none
   */
  public record Edition(long number, Law law) {}

  /** Tells one state of the database from another. */
  private record Mark(long number, @Nullable OffsetDateTime at) {}

  private record Loaded(Mark mark, Law law) {}

  /** The law without any entered value. */
  public Law files() {
    return files;
  }

  public Law law() {
    return edition().law();
  }

  /**
   * The present law; where the values in force can't be loaded the one before stays.
   *
   * @throws PlainFailure where there is none before
   */
  public synchronized Edition edition() {
    Mark mark = mark();
    Loaded known = present;
    if (known == null || !known.mark.equals(mark) && !mark.equals(failed)) {
      known = loaded(mark, known);
      present = known;
    }
    return new Edition(known.mark.number, known.law);
  }

  private Loaded loaded(Mark mark, @Nullable Loaded before) {
    try {
      return new Loaded(mark, upTo(mark.number));
    } catch (BadFile e) {
      if (before == null) {
        throw new PlainFailure("数据库中生效的参数值无法装载，请联系管理员：\n" + e.getMessage(), e);
      }
      LOG.error("values in force could not be loaded, the law before them stays", e);
      failed = mark;
      return before;
    }
  }

  /** The law as it was up to a decision, for making again what was made then. */
  public synchronized Law asOf(long number) {
    Edition now = edition();
    if (now.number == number) {
      return now.law;
    }
    Mark mark = new Mark(number, mark().at());
    Law known = former.get(mark);
    if (known == null) {
      known = upTo(number);
      former.put(mark, known);
      if (former.size() > FORMER) {
        former.remove(former.keySet().iterator().next());
      }
    }
    return known;
  }

  /** A decision that changed what is paid. */
  private record Raise(long number, OffsetDateTime at) {}

  /**
   * The law as it was known at a moment, as far as what 低保 and 特困 pay goes: other values that came
   * in force since may be in it. For one look at the register; asks the database once.
   */
  public LawWhenTold whenTold() {
    Law now = law();
    List<Raise> raises =
        jdbc.sql(
                """
                select d.number, d.decided_at as at
                from eligibility.parameter_value_decision d
                join eligibility.parameter_value v on v.id = d.value
                where d.in_force and (starts_with(v.parameter, 'dibao.') or starts_with(v.parameter, 'tekun.'))
                order by d.number
                """)
            .query(Raise.class)
            .list();
    Map<Long, Law> known = new ConcurrentHashMap<>();
    return told -> {
      for (Raise raise : raises) {
        if (raise.at.toInstant().isAfter(told)) {
          return known.computeIfAbsent(raise.number - 1, this::asOf);
        }
      }
      return now;
    };
  }

  /**
   * What the law would be with a value that is not in force yet.
   *
   * @throws BadFile with everything that is wrong with it
   */
  public Law with(DatedValue value) {
    return law().with(List.of(value));
  }

  private Mark mark() {
    return jdbc.sql(
            """
            select coalesce(max(number), 0) as number, max(decided_at) as at
            from eligibility.parameter_value_decision where in_force
            """)
        .query(Mark.class)
        .single();
  }

  /** Of several for the same parameter, area and first day the one put in force last. */
  private Law upTo(long number) {
    return files.with(
        jdbc.sql(
                """
                select '第' || id || '号参数值' as name, parameter, value as typed, valid_from as "from",
                  valid_to as "to", area, document, article
                from (
                  select distinct on (v.parameter, v.area, v.valid_from) v.*, d.number
                  from eligibility.parameter_value v
                  join eligibility.parameter_value_decision d on d.value = v.id
                  where d.in_force and d.number <= :number
                  order by v.parameter, v.area, v.valid_from, d.number desc) v
                order by number
                """)
            .param("number", number)
            .query(DatedValue.class)
            .list());
  }
}
