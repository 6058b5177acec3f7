package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.eligibility.ScreeningScore.Hits;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.OnPostgres;

/** The bar for screening: on the invented district beside the repository, and on our own. */
@OnPostgres
class DistrictScreeningTests {

  private static final LocalDate AS_OF = LocalDate.of(2025, 8, 1);

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;

  private static Path shared() {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.isDirectory(root.resolve("shared/data/district"))) {
      root = root.getParent();
    }
    return root == null ? Path.of("absent") : root.resolve("shared/data/district");
  }

  private ScreeningScore screened(Path district) throws IOException {
    Lorry lorry = new Lorry(context);
    lorry.unload();
    lorry.load(Lorry.files(district.resolve("files")).toArray(Path[]::new));
    Screenings.run(context, AS_OF);
    ScreeningScore score = ScreeningScore.of(jdbc, district.resolve("truth"));
    System.out.println(district.getFileName() + ": " + score);
    return score;
  }

  @Test
  void the_district_beside_the_repository_keeps_the_bar() throws IOException {
    assumeTrue(Files.isDirectory(shared().resolve("files")), "no district in ../shared: skipped");
    ScreeningScore score = screened(shared());
    Hits inclusions = score.inclusions();
    assertThat(inclusions.planted()).isEqualTo(79);
    assertThat(inclusions.found()).isGreaterThan(31);
    assertThat(inclusions.precision()).isGreaterThanOrEqualTo(31 / 37.0);
    Hits exclusions = score.exclusions();
    assertThat(exclusions.planted()).isEqualTo(955);
    assertThat(exclusions.found()).isGreaterThan(102);
    assertThat(exclusions.precision()).isGreaterThanOrEqualTo(102 / 107.0);
  }

  @Test
  void a_district_of_another_seed_keeps_the_bar(@TempDir Path folder) throws IOException {
    Lorry.district(folder, 11, 4_000);
    ScreeningScore score = screened(folder);
    Hits inclusions = score.inclusions();
    assertThat((double) inclusions.found() / inclusions.planted()).isGreaterThan(31 / 79.0);
    assertThat(inclusions.precision()).isGreaterThanOrEqualTo(31 / 37.0);
    Hits exclusions = score.exclusions();
    assertThat((double) exclusions.found() / exclusions.planted()).isGreaterThan(102 / 955.0);
    assertThat(exclusions.precision()).isGreaterThanOrEqualTo(102 / 107.0);
  }
}
