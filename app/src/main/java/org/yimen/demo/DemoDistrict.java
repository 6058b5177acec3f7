package org.yimen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.yimen.demo.district.District;
import org.yimen.demo.district.Parameters;
import org.yimen.demo.files.DistrictFiles;
import org.yimen.eligibility.ScreenRegister;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.loading.LoadDeliveries;

/**
 * Fills a new demo with a small invented district, by the same way that bureaus' files take. A
 * start that was interrupted is made good by the next: the same files are the same deliveries.
 */
@Component
@Profile("demo")
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "yimen.empty", havingValue = false)
class DemoDistrict implements ApplicationRunner {

  private static final long SEED = 650_199;
  private static final int HOUSEHOLDS = 800;

  private final Deliveries deliveries;
  private final LoadDeliveries loading;
  private final ScreenRegister screening;
  private final DemoCases cases;
  private final JdbcClient jdbc;

  DemoDistrict(
      Deliveries deliveries,
      LoadDeliveries loading,
      ScreenRegister screening,
      DemoCases cases,
      JdbcClient jdbc) {
    this.deliveries = deliveries;
    this.loading = loading;
    this.screening = screening;
    this.cases = cases;
    this.jdbc = jdbc;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!filled()) {
      load();
    }
    cases.bring();
  }

  private void load() throws IOException {
    System.err.println("正在装入虚构的示范区……");
    Set<Long> ids = new HashSet<>();
    Path folder = Files.createTempDirectory("yimen-demo");
    try {
      DistrictFiles.write(District.draw(SEED, HOUSEHOLDS), folder, percent -> {});
      for (Path file : inOrder(folder.resolve("files"))) {
        try (InputStream content = Files.newInputStream(file)) {
          ids.add(deliveries.receive(file.getFileName().toString(), null, content));
        }
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    loading.until(ids);
    screening.run(Parameters.AS_OF, null, (done, total) -> {});
  }

  private boolean filled() {
    return jdbc.sql("select exists (select from eligibility.current_screening)")
        .query(Boolean.class)
        .single();
  }

  private static List<Path> inOrder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
