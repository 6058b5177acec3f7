package org.yimen.eligibility.values;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.CurrentUser;
import org.yimen.policy.law.DatedValue;

/** The values that have been entered, and what was decided on them; nothing of it ever changes. */
@Repository
class ProposedValues {

  private static final String SELECT =
      """
      select v.*, coalesce(a.name, v.area) as area_name, d.in_force, d.reason, d.decided_by, d.decided_by_name, d.decided_at, d.decided_on,
        d.number
      from eligibility.parameter_value v
      left join eligibility.parameter_value_decision d on d.value = v.id
      left join registry.area a on a.code = v.area
      """;

  private final JdbcClient jdbc;

  ProposedValues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A value and what was decided on it.
   *
   * @param value as typed
   * @param inForce null while nobody has decided
   * @param number the decision's place in the order of decisions
   */
  record Proposed(
      long id,
      String parameter,
      String value,
      String area,
      String areaName,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      String document,
      String article,
      String note,
      String enteredBy,
      String enteredByName,
      OffsetDateTime enteredAt,
      @Nullable Boolean inForce,
      @Nullable String reason,
      @Nullable String decidedByName,
      @Nullable OffsetDateTime decidedAt,
      @Nullable LocalDate decidedOn,
      @Nullable Long number) {

    DatedValue dated() {
      return new DatedValue(
          "第" + id + "号参数值", parameter, value, validFrom, validTo, area, document, article);
    }
  }

  long add(DatedValue value, String note, CurrentUser by) {
    return jdbc.sql(
            """
            insert into eligibility.parameter_value (parameter, value, area, valid_from, valid_to,
              document, article, note, entered_by, entered_by_name)
            values (:parameter, :value, :area, :from, :to, :document, :article, :note, :by, :name)
            returning id
            """)
        .param("parameter", value.parameter())
        .param("value", value.typed())
        .param("area", value.area())
        .param("from", value.from())
        .param("to", value.to())
        .param("document", value.document())
        .param("article", value.article())
        .param("note", note)
        .param("by", by.username())
        .param("name", by.displayName())
        .query(Long.class)
        .single();
  }

  /** Lets one decision be made at a time, until the transaction ends. */
  void lock() {
    jdbc.sql("lock table eligibility.parameter_value_decision in share row exclusive mode")
        .update();
  }

  /**
   * What somebody decides on a value.
   *
   * @param seen the trial that showed them its effects
   */
  record Verdict(
      boolean inForce, String reason, CurrentUser by, LocalDate on, @Nullable Long seen) {}

  void decide(long id, Verdict verdict) {
    jdbc.sql(
            """
            insert into eligibility.parameter_value_decision
              (value, in_force, reason, decided_by, decided_by_name, decided_on, seen)
            values (:id, :inForce, :reason, :by, :name, :on, :seen)
            """)
        .param("id", id)
        .param("inForce", verdict.inForce())
        .param("reason", verdict.reason())
        .param("by", verdict.by().username())
        .param("name", verdict.by().displayName())
        .param("on", verdict.on())
        .param("seen", verdict.seen())
        .update();
  }

  /** All, the open ones first, then the newest. */
  List<Proposed> all() {
    return jdbc.sql(SELECT + "order by d.value is not null, v.id desc")
        .query(Proposed.class)
        .list();
  }

  /** Those of a parameter. */
  List<Proposed> of(String parameter) {
    return jdbc.sql(SELECT + "where v.parameter = :parameter order by v.id")
        .param("parameter", parameter)
        .query(Proposed.class)
        .list();
  }

  /** The name of an area; its code where the register does not know it. */
  String areaName(String area) {
    return jdbc.sql("select name from registry.area where code = :area")
        .param("area", area)
        .query(String.class)
        .optional()
        .orElse(area);
  }

  @Nullable Proposed find(long id) {
    return jdbc.sql(SELECT + "where v.id = :id")
        .param("id", id)
        .query(Proposed.class)
        .optional()
        .orElse(null);
  }

  /** The last trial of a value, or null. */
  @Nullable Long lastTrial(long id) {
    return jdbc.sql(
            "select id from eligibility.what_if where parameter_value = :id order by id desc limit 1")
        .param("id", id)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** Whether any village or town lies in an area. */
  boolean isPopulated(String area) {
    return jdbc.sql("select exists (select from registry.area where starts_with(code, :area))")
        .param("area", area)
        .query(Boolean.class)
        .single();
  }
}
