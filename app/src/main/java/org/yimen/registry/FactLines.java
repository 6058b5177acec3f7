package org.yimen.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;

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

  private static final String OF_MINOR = "heldBack";

  private record Row(
      FactTexts.Said said,
      Instant recordedAt,
      String subject,
      long sourceRow,
      boolean underAge,
      boolean held) {}

  private static final String OF_PERSON =
      """
      select f.*, p.name as subject,
        p.birth_date > cast(:today as date) - interval '18 years' as under_age,
        registry.minor_held_back(p.id, :user, :today) as held
      from registry.fact f join registry.person p on p.id = f.person
      where f.person = :id
      order by coalesce(f.valid_from, f.recorded_at::date) desc, f.kind, f.id
      """;

  private static final String OF_HOUSEHOLD =
      """
      select f.*, '全户' as subject, false as under_age, false as held from registry.fact f where f.household = :id
      union all
      select f.*, p.name, p.birth_date > cast(:today as date) - interval '18 years', held
      from (
        select person, max(coalesce(valid_to, 'infinity')) as until
        from registry.membership where household = :id group by person) m
      join registry.person p on p.id = m.person
      cross join lateral registry.minor_held_back(p.id, :user, :today) held
      join registry.fact f on f.person = m.person
        and coalesce(f.valid_from, f.recorded_at::date) <= m.until
      order by 1
      """;

  private final JdbcClient jdbc;
  private final FactTexts texts;
  private final RowSources sources;

  private final FieldScope fields;
  private final Access access;
  private final Clock clock;

  FactLines(
      JdbcClient jdbc,
      FactTexts texts,
      RowSources sources,
      FieldScope fields,
      Access access,
      Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.sources = sources;
    this.fields = fields;
    this.access = access;
    this.clock = clock;
  }

  private List<Row> rows(String query, long id) {
    return jdbc.sql(query)
        .param("id", id)
        .param("user", access.user().username())
        .param("today", LocalDate.now(clock))
        .query((row, n) -> row(row))
        .list();
  }

  /** A person's facts, newest first. */
  List<Line> ofPerson(long person) {
    return lines("person:" + person, rows(OF_PERSON, person));
  }

  /**
   * The household's own facts and those of its members, newest first; of somebody who left only
   * those from before.
   */
  List<Line> ofHousehold(long household) {
    return lines("household:" + household, rows(OF_HOUSEHOLD, household)).stream()
        .sorted((a, b) -> since(b).compareTo(since(a)))
        .toList();
  }

  /** The rows linked to a person, of sheets that may be told of. */
  List<RowSources.LinkedRow> rowsOf(long person) {
    return sources.linkedTo(person).stream()
        .filter(row -> fields.showsSheet(row.sheet()) && fields.showsSheet(row.fileName()))
        .toList();
  }

  private static LocalDate since(Line line) {
    return line.from() != null
        ? line.from()
        : LocalDate.ofInstant(line.recordedAt(), java.time.ZoneOffset.UTC);
  }

  /** What a kind of fact needs a permission for is told only with it. */
  private List<Line> lines(String object, List<Row> all) {
    List<Row> rows =
        all.stream().filter(row -> fields.shows(row.said().kind(), row.said().code())).toList();
    if (rows.stream().anyMatch(row -> row.underAge() && !row.held() && isSensitive(row))) {
      access.tell(Deed.MINOR_READ, object, "");
    }
    Map<Long, RowSources.Source> from = sources.of(rows.stream().map(Row::sourceRow).toList());
    return rows.stream()
        .map(
            row ->
                row.held() && isSensitive(row)
                    ? heldBack(row)
                    : line(row, shown(from.get(row.sourceRow()))))
        .toList();
  }

  /** The name of a file alone may tell what somebody has. */
  private RowSources.@Nullable Source shown(RowSources.@Nullable Source source) {
    boolean shown =
        source != null && fields.showsSheet(source.sheet()) && fields.showsSheet(source.fileName());
    return shown ? source : null;
  }

  private boolean isSensitive(Row row) {
    return fields.isSensitive(row.said().kind(), row.said().code());
  }

  /** 未成年人网络保护条例 第三十六条: a minor's details are seen after an approval. */
  private static Line heldBack(Row row) {
    return new Line(
        OF_MINOR,
        "未成年人信息",
        "未成年人的这项敏感信息，经批准后才能查看。",
        null,
        null,
        null,
        null,
        row.recordedAt(),
        row.subject(),
        null);
  }

  private Line line(Row row, RowSources.@Nullable Source source) {
    FactTexts.Said said = shown(row.said());
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

  private FactTexts.Said shown(FactTexts.Said said) {
    return fields.showsDetail(said.kind())
        ? said
        : new FactTexts.Said(said.kind(), said.amount(), said.code(), null, said.from(), said.to());
  }

  private Row row(ResultSet rs) throws SQLException {
    return new Row(
        texts.said(rs),
        rs.getTimestamp("recorded_at").toInstant(),
        rs.getString("subject"),
        rs.getLong("source_row"),
        rs.getBoolean("under_age"),
        rs.getBoolean("held"));
  }
}
