package org.yimen.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;

/** Facts as the pages show them: a sentence, when, of whom, and where it comes from. */
@Repository
class FactLines {

  /** Amount in fen, square metres or a count, as the kind says; subject a name or 全户. */
  @Schema(name = "Fact")
  record Line(
      String kind,
      String kindName,
      String text,
      @Nullable Long amount,
      @Nullable String code,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant recordedAt,
      String subject,
      RowSources.@Nullable Source source) {}

  private record Row(FactTexts.Said said, Instant recordedAt, String subject, long sourceRow) {}

  private static final String OF_PERSON =
      """
      select f.*, p.name as subject
      from registry.fact f join registry.person p on p.id = f.person
      where f.person = :id
      order by coalesce(f.valid_from, f.recorded_at::date) desc, f.kind, f.id
      """;

  private static final String OF_HOUSEHOLD =
      """
      select f.*, '全户' as subject from registry.fact f where f.household = :id
      union all
      select f.*, p.name
      from (
        select person, max(coalesce(valid_to, 'infinity')) as until
        from registry.membership where household = :id group by person) m
      join registry.person p on p.id = m.person
      join registry.fact f on f.person = m.person
        and coalesce(f.valid_from, f.recorded_at::date) <= m.until
      order by 1
      """;

  private final JdbcClient jdbc;
  private final FactTexts texts;
  private final RowSources sources;

  private final Access access;

  FactLines(JdbcClient jdbc, FactTexts texts, RowSources sources, Access access) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.sources = sources;
    this.access = access;
  }

  /** A person's facts, newest first. */
  List<Line> ofPerson(long person) {
    return lines(jdbc.sql(OF_PERSON).param("id", person).query(FactLines::row).list());
  }

  /**
   * The household's own facts and those of its members, newest first; of somebody who left only
   * those from before.
   */
  List<Line> ofHousehold(long household) {
    return lines(jdbc.sql(OF_HOUSEHOLD).param("id", household).query(FactLines::row).list())
        .stream()
        .sorted((a, b) -> since(b).compareTo(since(a)))
        .toList();
  }

  private static LocalDate since(Line line) {
    return line.from() != null
        ? line.from()
        : LocalDate.ofInstant(line.recordedAt(), java.time.ZoneOffset.UTC);
  }

  /** Illness and disability are told only to roles that need them. */
  private boolean told(Row row) {
    return switch (row.said().kind()) {
      case "seriousIllness", "chronicIllness", "health", "expense.medical" ->
          access.may(Permission.HEALTH_FIELDS);
      case "disability" -> access.may(Permission.DISABILITY_FIELDS);
      default -> true;
    };
  }

  private List<Line> lines(List<Row> all) {
    List<Row> rows = all.stream().filter(this::told).toList();
    Map<Long, RowSources.Source> from = sources.of(rows.stream().map(Row::sourceRow).toList());
    return rows.stream().map(row -> line(row, from.get(row.sourceRow()))).toList();
  }

  private Line line(Row row, RowSources.@Nullable Source source) {
    FactTexts.Said said = row.said();
    return new Line(
        said.kind(),
        texts.name(said.kind()),
        texts.sentence(said),
        said.amount(),
        said.code(),
        said.from(),
        said.to(),
        row.recordedAt(),
        row.subject(),
        source);
  }

  private static Row row(ResultSet rs, int number) throws SQLException {
    return new Row(
        new FactTexts.Said(
            rs.getString("kind"),
            rs.getObject("amount", Long.class),
            rs.getString("code"),
            rs.getString("detail"),
            rs.getObject("valid_from", LocalDate.class),
            rs.getObject("valid_to", LocalDate.class)),
        rs.getTimestamp("recorded_at").toInstant(),
        rs.getString("subject"),
        rs.getLong("source_row"));
  }
}
