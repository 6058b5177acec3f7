package org.yimen.casework.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.registry.CitizenNumbers;
import org.yimen.registry.RowSources;
import org.yimen.registry.SealedFacts;

/** What the register knows today of several households, in three queries for all of them. */
@Component
class RegisteredFamilies {

  private static final String HOMES =
      """
      select id, address, residence, head from registry.household where id = any (:ids)
      """;

  private static final String MEMBERS =
      """
      select m.household, p.id, p.name, p.sex, p.birth_date, p.citizen_number[1] as sealed_number,
        m.relation, m.valid_from, m.source_row
      from registry.membership m
      join registry.household h on h.id = m.household
      join registry.person p on p.id = m.person
      where m.household = any (:ids) and p.died_on is null
        and (m.valid_from is null or m.valid_from <= :today)
        and (m.valid_to is null or m.valid_to > :today)
        and not exists (
          select from registry.fact f where f.person = p.id and f.kind in ('death', 'movedOut')
            and (f.valid_from is null or f.valid_from <= :today)
            and (f.valid_to is null or f.valid_to > :today))
      order by m.household, p.id is not distinct from h.head desc, p.birth_date nulls last, p.id
      """;

  private static final String FACTS =
      """
      select household, person, kind, code, amount, detail, sealed, valid_from, recorded_at, source_row
      from registry.fact
      where household = any (:ids) and kind = any (:kinds)
        and (valid_from is null or valid_from <= :today) and (valid_to is null or valid_to > :today)
      union all
      select null::bigint as household, person, kind, code, amount, detail, sealed, valid_from, recorded_at, source_row
      from registry.fact
      where person = any (:persons) and kind = any (:kinds)
        and (valid_from is null or valid_from <= :today) and (valid_to is null or valid_to > :today)
      order by recorded_at desc, kind, code, amount, source_row
      """;

  private final JdbcClient jdbc;
  private final CitizenNumbers numbers;
  private final SealedFacts sealed;
  private final RowSources sources;

  RegisteredFamilies(
      JdbcClient jdbc, CitizenNumbers numbers, SealedFacts sealed, RowSources sources) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.sealed = sealed;
    this.sources = sources;
  }

  /** A fact, newest first in lists; source names the bureau. */
  record Fact(
      String kind,
      @Nullable String code,
      long amount,
      String detail,
      @Nullable LocalDate from,
      Answers.Source source) {}

  /**
   * A living member.
   *
   * @param number in full; nobody is shown it so
   */
  record Member(
      long id,
      String name,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable String number,
      @Nullable String relation,
      Answers.Source source,
      List<Fact> facts) {}

  record Family(
      @Nullable String address,
      @Nullable String residence,
      @Nullable Long head,
      List<Member> members,
      List<Fact> facts) {}

  private record Said(@Nullable Long household, @Nullable Long person, long row, Fact fact) {}

  private record Listed(long household, long row, Member member) {}

  Map<Long, Family> of(Collection<Long> households, LocalDate today) {
    Map<Long, Family> families = new HashMap<>();
    Long[] ids = households.toArray(Long[]::new);
    jdbc.sql(HOMES)
        .param("ids", ids)
        .query(
            row -> {
              families.put(
                  row.getLong("id"),
                  new Family(
                      row.getString("address"),
                      row.getString("residence"),
                      row.getObject("head", Long.class),
                      new ArrayList<>(),
                      new ArrayList<>()));
            });
    List<Listed> listed =
        jdbc.sql(MEMBERS)
            .param("ids", ids)
            .param("today", today)
            .query((row, n) -> listed(row))
            .list();
    List<Said> said = said(ids, listed, today);
    deal(families, listed, said);
    return families;
  }

  private List<Said> said(Long[] ids, List<Listed> listed, LocalDate today) {
    return jdbc.sql(FACTS)
        .param("ids", ids)
        .param("persons", listed.stream().map(one -> one.member().id()).toArray(Long[]::new))
        .param("kinds", FillForm.KINDS.toArray(String[]::new))
        .param("today", today)
        .query((row, n) -> said(row))
        .list();
  }

  /** Gives every family its members and facts, each with the bureau that it comes from. */
  private void deal(Map<Long, Family> families, List<Listed> listed, List<Said> said) {
    List<Long> rows = new ArrayList<>();
    listed.forEach(one -> rows.add(one.row()));
    said.forEach(one -> rows.add(one.row()));
    Map<Long, RowSources.Source> from = sources.of(rows);
    Map<Long, List<Fact>> ofPersons = new HashMap<>();
    for (Said one : said) {
      Family family = one.household() == null ? null : families.get(one.household());
      List<Fact> facts =
          family != null
              ? family.facts()
              : ofPersons.computeIfAbsent(
                  one.person() == null ? 0L : one.person(), id -> new ArrayList<>());
      facts.add(named(one, from.get(one.row())));
    }
    for (Listed one : listed) {
      Member member = one.member();
      Family family = families.get(one.household());
      if (family != null) {
        family.members().add(named(member, from.get(one.row()), ofPersons.get(member.id())));
      }
    }
  }

  private static String bureau(RowSources.@Nullable Source source) {
    return source == null || source.bureau().isEmpty() ? "台账" : source.bureau() + "数据";
  }

  private static Fact named(Said one, RowSources.@Nullable Source source) {
    Fact fact = one.fact();
    return new Fact(
        fact.kind(),
        fact.code(),
        fact.amount(),
        fact.detail(),
        fact.from(),
        new Answers.Source(bureau(source), fact.source().on()));
  }

  private static Member named(
      Member one, RowSources.@Nullable Source source, @Nullable List<Fact> facts) {
    return new Member(
        one.id(),
        one.name(),
        one.sex(),
        one.birthDate(),
        one.number(),
        one.relation(),
        new Answers.Source(bureau(source), one.source().on()),
        facts == null ? List.of() : facts);
  }

  private Listed listed(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new Listed(
        row.getLong("household"),
        row.getLong("source_row"),
        new Member(
            id,
            row.getString("name"),
            row.getString("sex"),
            row.getObject("birth_date", LocalDate.class),
            numbers.open(id, row.getBytes("sealed_number")),
            row.getString("relation"),
            new Answers.Source("", row.getObject("valid_from", LocalDate.class)),
            List.of()));
  }

  private Said said(ResultSet row) throws SQLException {
    SealedFacts.Words words = sealed.of(row);
    LocalDate from = row.getObject("valid_from", LocalDate.class);
    LocalDate recorded = row.getObject("recorded_at", java.time.OffsetDateTime.class).toLocalDate();
    return new Said(
        row.getObject("household", Long.class),
        row.getObject("person", Long.class),
        row.getLong("source_row"),
        new Fact(
            row.getString("kind"),
            words.code(),
            row.getLong("amount"),
            words.detail() == null ? "" : words.detail(),
            from,
            new Answers.Source("", from == null ? recorded : from)));
  }
}
