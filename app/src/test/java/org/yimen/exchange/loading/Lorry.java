package org.yimen.exchange.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.demo.district.District;
import org.yimen.demo.files.DistrictFiles;

/** Brings files to the loader, and says what the tables hold afterwards. */
public final class Lorry {

  private final Deliveries deliveries;
  private final LoadDeliveries loading;
  private final JdbcClient jdbc;

  public Lorry(ApplicationContext context) {
    deliveries = context.getBean(Deliveries.class);
    loading = context.getBean(LoadDeliveries.class);
    jdbc = context.getBean(JdbcClient.class);
  }

  /** The files of an invented district, with the truth beside them in {@code truth}. */
  public static List<Path> district(Path folder, long seed, int households) throws IOException {
    DistrictFiles.write(District.draw(seed, households), folder, percent -> {});
    return files(folder.resolve("files"));
  }

  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** A csv file in UTF-8, written by lines. */
  public static Path csv(Path file, String... lines) throws IOException {
    return Files.writeString(file, String.join("\r\n", lines) + "\r\n", StandardCharsets.UTF_8);
  }

  /** Hands files in together and waits until they are loaded or refused; returns their ids. */
  public List<Long> load(Path... files) {
    List<Long> ids = receive(files);
    finish();
    return ids;
  }

  public List<Long> receive(Path... files) {
    List<Long> ids = new ArrayList<>();
    for (Path file : files) {
      try (InputStream content = Files.newInputStream(file)) {
        ids.add(deliveries.receive(file.getFileName().toString(), null, content));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ids;
  }

  public void finish() {
    while (deliveries.anyLeft(Duration.ofSeconds(-1))) {
      if (!loading.all()) {
        pause();
      }
    }
  }

  /** Loads until it breaks off, which it must. */
  RuntimeException breakOff() {
    while (true) {
      try {
        if (loading.all()) {
          throw new AssertionError("loading did not break off");
        }
        pause();
      } catch (RuntimeException e) {
        return e;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * A digest of every table of register and exchange, without times, what only counts up, what
   * never seals alike, and what is reckoned from the rest.
   */
  public Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    List<String> tables =
        jdbc.sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema in ('registry', 'exchange')
                  and table_name not in
                    ('flyway_schema_history', 'load_progress', 'area', 'linking', 'name_key',
                     'change', 'last_change')
                """)
            .query(String.class)
            .list();
    for (String table : tables) {
      digests.put(table, digest(table));
    }
    return digests;
  }

  private String digest(String table) {
    String counted =
        switch (table) {
          case "registry.fact", "exchange.withheld_fact" -> "- 'id'"; // sealed alike
          case "exchange.evidence" -> "- 'sealed'";
          default -> "";
        };
    return jdbc.sql(
            """
            select count(*) || ' ' || coalesce(
              md5(string_agg(line, '' order by line)), '') as digest
            from (
              select md5((to_jsonb(t) - array['recorded_at', 'received_at', 'finished_at',
                'decided_at', 'cells'] %s)::text) as line
              from %s t) lines
            """
                .formatted(counted, table))
        .query(String.class)
        .single();
  }

  /** Empties register and exchange as if nothing had ever been loaded. */
  public void unload() {
    jdbc.sql(
            """
            truncate exchange.delivery, exchange.source_row, exchange.evidence,
              exchange.doubtful_pair, exchange.pair_candidate, exchange.withheld_fact,
              registry.person, registry.person_name, registry.household, registry.membership,
              registry.fact, registry.change restart identity cascade
            """)
        .update();
    jdbc.sql(
            """
            update exchange.linking set next_row = 1, next_person = 1, next_household = 1,
              decisions = 0
            """)
        .update();
  }
}
