package org.yimen.exchange.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.OnPostgres;

/** A small invented district, loaded once. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadingTests {

  private Path folder = Path.of("");
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private List<Path> files = List.of();

  @BeforeAll
  void load(@TempDir Path folder) throws IOException {
    this.folder = folder;
    files = Lorry.district(folder, 5, 150);
    lorry().load(files.toArray(Path[]::new));
  }

  private Lorry lorry() {
    return new Lorry(context);
  }

  private long count(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }

  @Test
  void every_file_is_loaded_and_its_counts_add_up_to_its_rows() {
    assertThat(count("select count(*) from exchange.delivery where state = 'done' and id <= 24"))
        .isEqualTo(files.size());
    assertThat(
            count(
                """
                select count(*) from exchange.delivery d
                where rows = 0 or taken + doubtful + refused + skipped <> rows
                  or linked + review + founded <> taken + doubtful
                  or rows <> (select count(*) from exchange.source_row where delivery = d.id)
                """))
        .isZero();
  }

  @Test
  void every_row_has_a_fate_and_a_reason_or_a_person() {
    assertThat(
            count(
                """
                select count(*) from exchange.source_row
                where link in ('link', 'new') and (person is null or household is null)
                  or link in ('review', 'refused', 'skipped') and person is not null
                  or link in ('refused', 'skipped') and reason is null
                  or link in ('link', 'review', 'new') and link_reason is null
                """))
        .isZero();
  }

  @Test
  void nothing_in_the_register_points_to_what_is_not_there() {
    assertThat(
            count(
                """
                select (select count(*) from registry.fact f
                    where f.person is not null
                      and not exists (select from registry.person where id = f.person)
                    or f.household is not null
                      and not exists (select from registry.household where id = f.household)
                    or not exists (select from exchange.source_row where id = f.source_row))
                  + (select count(*) from registry.membership m
                    where not exists (select from registry.person where id = m.person)
                      or not exists (select from registry.household where id = m.household))
                  + (select count(*) from registry.person p
                    where not exists (select from registry.membership where person = p.id))
                  + (select count(*) from registry.household h where size <> (
                    select count(*) from registry.membership
                    where household = h.id and valid_to is null))
                """))
        .isZero();
    assertThat(count("select count(*) from registry.fact")).isGreaterThan(1_000);
  }

  @Test
  void households_of_the_residence_file_bear_its_numbers() {
    assertThat(
            count(
                """
                select count(*) from exchange.evidence e
                join exchange.source_row r on r.id = e.source_row
                join exchange.delivery d on d.id = r.delivery and d.format = 'residence'
                left join registry.household h on h.id = r.household
                where r.person is not null and h.number is distinct from e.household_key
                """))
        .isZero();
  }

  @Test
  void the_same_files_again_change_nothing() {
    Map<String, String> before = lorry().digests();
    lorry().load(files.toArray(Path[]::new));
    assertThat(lorry().digests()).isEqualTo(before);
  }

  @Test
  void the_same_rows_in_another_file_found_nobody_and_repeat_no_fact() throws IOException {
    Path again = folder.resolve("06_again.csv");
    Path roll = files.stream().filter(f -> f.toString().contains("06_")).findAny().orElseThrow();
    Files.writeString(again, Files.readString(roll) + "\r\n");
    long persons = count("select count(*) from registry.person");
    long facts = count("select count(*) from registry.fact");
    lorry().load(again);
    assertThat(count("select count(*) from registry.person")).isEqualTo(persons);
    assertThat(count("select count(*) from registry.fact")).isEqualTo(facts);
  }
}
