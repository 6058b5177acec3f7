package org.yimen.exchange.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.OnPostgres;

/** A bureau corrects one row and sends the whole file again. */
@OnPostgres
class ChangedFileTests {

  @TempDir Path folder;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private List<Path> files = List.of();
  private Path roll = Path.of("");

  @BeforeEach
  void load() throws IOException {
    Lorry lorry = new Lorry(context);
    lorry.unload();
    files = Lorry.district(folder, 5, 150);
    roll = files.stream().filter(f -> f.toString().contains("06_")).findAny().orElseThrow();
    lorry.load(files.toArray(Path[]::new));
  }

  private long count(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }

  @Test
  void only_the_facts_of_the_changed_row_are_closed_and_written_anew() throws IOException {
    String before = Files.readString(roll);
    String after = before.replaceFirst("(\\d{18}[1-7])3,([^,]+),三级,", "$11,$2,一级,");
    assertThat(after).isNotEqualTo(before);
    long persons = count("select count(*) from registry.person");
    long facts = count("select count(*) from registry.fact");
    long closed = count("select count(*) from registry.fact where valid_to is not null");
    long rows = count("select max(id) from exchange.source_row");

    new Lorry(context).load(Files.writeString(folder.resolve("06_更正.csv"), after));

    assertThat(count("select count(*) from registry.person")).isEqualTo(persons);
    assertThat(count("select count(*) from registry.fact")).isEqualTo(facts + 1);
    assertThat(count("select count(*) from registry.fact where valid_to is not null"))
        .isEqualTo(closed + 1);
    assertThat(
            jdbc.sql("select kind from registry.fact where source_row > :rows")
                .param("rows", rows)
                .query(String.class)
                .list())
        .containsExactly("disability");
  }

  @Test
  void all_files_again_under_other_names_are_the_same_deliveries() throws IOException {
    Lorry lorry = new Lorry(context);
    var before = lorry.digests();
    Path other = Files.createDirectories(folder.resolve("again"));
    for (int i = 0; i < files.size(); i++) {
      Files.copy(files.get(i), other.resolve(i + ".dat"));
    }
    lorry.load(Lorry.files(other).toArray(Path[]::new));
    assertThat(lorry.digests()).isEqualTo(before);
  }
}
