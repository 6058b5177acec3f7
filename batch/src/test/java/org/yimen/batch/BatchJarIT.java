package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is handed out: our classes, the rules, the libraries they need, and nothing of Spark. */
class BatchJarIT {
  private static final Path JAR = Path.of("target", "yimen-batch.jar");

  @Test
  void the_jar_holds_rules_and_no_spark() throws Exception {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("org/yimen/batch/Batch.class", "org/yimen/policy/Law.class", "rules/index.yaml")
          .noneMatch(name -> name.startsWith("org/apache/") || name.startsWith("scala/"))
          .noneMatch(name -> name.startsWith("com/fasterxml/") || name.startsWith("org/yaml/"))
          .noneMatch(name -> name.startsWith("tools/jackson/") || name.startsWith("picocli/"));
    }
  }

  @Test
  void its_inventory_names_its_libraries_and_no_spark() throws Exception {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      ZipEntry entry = jar.getEntry("META-INF/sbom/application.cdx.json");
      assertThat(entry).isNotNull();
      try (InputStream in = jar.getInputStream(entry)) {
        String inventory = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(inventory)
            .contains("jackson-databind", "snakeyaml", "picocli", "yimen-policy")
            .doesNotContain("spark-sql", "hadoop", "scala-library");
      }
    }
  }
}
