package org.yimen.casework.investigation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseSecrets;
import org.yimen.casework.signed.SignRecord;
import org.yimen.casework.signed.Signed;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Access;
import org.yimen.policy.Category;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.facts.Coded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Determinations of applications; each holds what it was made from and can be made again. */
@Component
public class Determinations {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final CaseSecrets secrets;
  private final SignRecord signatures;

  Determinations(
      JdbcClient jdbc, Access access, Clock clock, CaseSecrets secrets, SignRecord signatures) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.secrets = secrets;
    this.signatures = signatures;
  }

  record New(
      long application,
      UUID visit,
      long check,
      LawInForce.Edition law,
      String asked,
      Assessment assessment) {}

  /**
   * A determination as it was kept.
   *
   * @param lawNumber the last decision on a value that was in force then
   * @param asked the case file that the law was asked
   * @param result what it answered, as {@code yimen assess} does
   * @param persons members who count
   * @param monthlyFen what the household would get a month
   */
  public record Made(
      long id,
      long application,
      UUID visit,
      OffsetDateTime madeAt,
      String madeBy,
      long lawNumber,
      long lawHash,
      String asked,
      String result,
      String category,
      int persons,
      long monthlyFen) {

    public Category found() {
      return Coded.of(Category.class, category);
    }
  }

  private long nextId() {
    return jdbc.sql("select nextval(pg_get_serial_sequence('casework.determination', 'id'))")
        .query(Long.class)
        .single();
  }

  Made keep(New one) {
    JsonNode result = JSON.readTree(one.assessment().json());
    JsonNode household = result.path("household");
    long id = nextId();
    jdbc.sql(
            """
            insert into casework.determination (id, application, visit, economic_check, made_at,
              made_by, law_number, law_hash, asked, result, category, persons, monthly_fen)
            overriding system value
            values (:id, :application, :visit, :check, :at, :by, :number, :hash, :asked, :result,
              :category, :persons, :fen)
            """)
        .param("id", id)
        .param("application", one.application())
        .param("visit", one.visit())
        .param("check", one.check())
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .param("number", one.law().number())
        .param("hash", one.law().law().hash())
        .param("asked", secrets.asked().seal(id, one.asked()))
        .param("result", secrets.result().seal(id, one.assessment().json()))
        .param("category", household.path("category").asString())
        .param("persons", household.path("countedMembers").size())
        .param("fen", monthly(result))
        .update();
    signatures.sign(Signed.DETERMINATION, id);
    return Objects.requireNonNull(last(one.application()));
  }

  /** What the whole household gets a month: its allowance and the support of its tekun persons. */
  private static long monthly(JsonNode result) {
    BigDecimal sum = yuan(result.path("household").path("monthlyAllowance"));
    for (JsonNode person : result.path("persons")) {
      sum = sum.add(yuan(person.path("tekunBasicMonthly"))).add(yuan(person.path("careMonthly")));
    }
    return sum.movePointRight(2).longValueExact();
  }

  private static BigDecimal yuan(JsonNode number) {
    return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
  }

  /** The last determination of an application; null before the first. */
  public @Nullable Made last(long application) {
    return jdbc.sql(
            """
            select * from casework.determination
            where application = :application order by id desc limit 1
            """)
        .param("application", application)
        .query(this::made)
        .optional()
        .orElse(null);
  }

  /** Those of these ids. */
  public List<Made> all(Collection<Long> ids) {
    return jdbc.sql("select * from casework.determination where id = any (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(this::made)
        .list();
  }

  private Made made(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    return new Made(
        id,
        row.getLong("application"),
        row.getObject("visit", UUID.class),
        row.getObject("made_at", OffsetDateTime.class),
        row.getString("made_by"),
        row.getLong("law_number"),
        row.getLong("law_hash"),
        Objects.requireNonNull(secrets.asked().open(id, row.getBytes("asked"))),
        Objects.requireNonNull(secrets.result().open(id, row.getBytes("result"))),
        row.getString("category"),
        row.getInt("persons"),
        row.getLong("monthly_fen"));
  }
}
