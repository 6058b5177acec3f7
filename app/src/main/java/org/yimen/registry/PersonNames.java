package org.yimen.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways in which a person's name is written, and by whom. */
@Repository
class PersonNames {

  /** Sources are the bureaus where it was met first. */
  @Schema(name = "PersonName")
  record Spelling(String name, List<String> sources) {}

  private record Met(String name, long sourceRow) {}

  private final JdbcClient jdbc;
  private final RowSources sources;

  PersonNames(JdbcClient jdbc, RowSources sources) {
    this.jdbc = jdbc;
    this.sources = sources;
  }

  /** The name the register goes by first, then others as they were met. */
  List<Spelling> of(long person, String name, List<RowSources.LinkedRow> records) {
    String query =
        """
        select name, source_row from registry.person_name where person = :person
        order by source_row, name
        """;
    List<Met> others = jdbc.sql(query).param("person", person).query(Met.class).list();
    List<Long> homes =
        jdbc.sql("select distinct source_row from registry.membership where person = :person")
            .param("person", person)
            .query(Long.class)
            .list();
    Map<Long, RowSources.Source> rows =
        sources.of(Stream.concat(others.stream().map(Met::sourceRow), homes.stream()).toList());
    List<Spelling> spellings = new ArrayList<>();
    spellings.add(new Spelling(name, main(bureaus(homes, rows), records)));
    others.stream()
        .map(Met::name)
        .filter(other -> !other.equals(name))
        .distinct()
        .map(other -> new Spelling(other, bureaus(rowsOf(others, other), rows)))
        .forEach(spellings::add);
    return spellings;
  }

  /** Whoever put the person into a household, else who was first to tell of them. */
  private static List<String> main(List<String> homes, List<RowSources.LinkedRow> records) {
    return homes.isEmpty()
        ? records.stream().map(RowSources.LinkedRow::bureau).limit(1).toList()
        : homes;
  }

  private static List<Long> rowsOf(List<Met> met, String name) {
    return met.stream().filter(m -> m.name().equals(name)).map(Met::sourceRow).toList();
  }

  private static List<String> bureaus(Collection<Long> ids, Map<Long, RowSources.Source> rows) {
    return ids.stream()
        .map(rows::get)
        .filter(Objects::nonNull)
        .map(RowSources.Source::bureau)
        .distinct()
        .toList();
  }
}
