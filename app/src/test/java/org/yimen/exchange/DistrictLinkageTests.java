package org.yimen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.OnPostgres;

/** The bar for linking: on the invented district beside the repository, and on one of our own. */
@OnPostgres
class DistrictLinkageTests {

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired org.yimen.exchange.loading.SealedRows sealed;

  private static Path shared() {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.isDirectory(root.resolve("shared/data/district"))) {
      root = root.getParent();
    }
    return root == null ? Path.of("absent") : root.resolve("shared/data/district");
  }

  private LinkageScore loaded(Path district) throws IOException {
    Lorry lorry = new Lorry(context);
    lorry.unload();
    lorry.load(Lorry.files(district.resolve("files")).toArray(Path[]::new));
    return LinkageScore.of(jdbc, sealed, district.resolve("truth"));
  }

  private static void assertKeepsTheBar(LinkageScore all) {
    LinkageScore without = all.withoutNumber();
    LinkageScore damaged = all.withDamagedNumber();
    LinkageScore whole = all.withWholeNumber();
    System.out.printf("all %s%nnone %s%ndamaged %s%nwhole %s%n", all, without, damaged, whole);
    SoftAssertions bar = new SoftAssertions();
    bar.assertThat(all.precision()).as("precision").isGreaterThanOrEqualTo(.999);
    bar.assertThat(all.recall()).as("recall").isGreaterThanOrEqualTo(.985);
    bar.assertThat(all.review()).as("review").isLessThanOrEqualTo(.015);
    bar.assertThat(without.precision()).as("precision without number").isGreaterThanOrEqualTo(.99);
    bar.assertThat(without.recall()).as("recall without number").isGreaterThanOrEqualTo(.85);
    bar.assertThat(damaged.precision()).as("precision when damaged").isGreaterThanOrEqualTo(.995);
    bar.assertThat(damaged.recall()).as("recall when damaged").isGreaterThanOrEqualTo(.94);
    bar.assertThat(whole.wrong()).as("wrong on a whole number").isLessThanOrEqualTo(.0002);
    bar.assertAll();
  }

  @Test
  void the_district_beside_the_repository_keeps_the_bar() throws IOException {
    assumeTrue(Files.isDirectory(shared().resolve("files")), "no district in ../shared: skipped");
    LinkageScore score = loaded(shared());
    assertThat(score.size()).isGreaterThan(44_000);
    assertKeepsTheBar(score);
  }

  @Test
  void a_district_of_another_seed_keeps_the_bar(@TempDir Path folder) throws IOException {
    Lorry.district(folder, 11, 4_000);
    LinkageScore score = loaded(folder);
    assertThat(score.size()).isGreaterThan(10_000);
    assertKeepsTheBar(score);
  }
}
