package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever has the program's jar can read in it what it is made of (CycloneDX). */
class InventoryIT {

  private static final String FOLDER = "BOOT-INF/classes/META-INF/sbom/";
  private static final String BESIDE = "META-INF/sbom/";

  @Test
  void every_library_in_the_jar_stands_in_its_inventory() throws Exception {
    try (ZipFile jar = new ZipFile(Path.of("target", "yimen.jar").toFile())) {
      Set<String> listed = new TreeSet<>();
      for (JsonNode part : inventory(jar).get("components")) {
        listed.add(part.get("name").asString() + "-" + part.path("version").asString());
      }
      Set<String> there = new TreeSet<>();
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
          .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
          .forEach(there::add);
      there.remove("spring-boot-jarmode-tools-4.0.7");
      assertThat(there).hasSizeGreaterThan(80).isSubsetOf(listed);
    }
  }

  private static JsonNode inventory(ZipFile jar) throws Exception {
    String file = "application.cdx.json";
    var entry = jar.getEntry(BESIDE + file);
    var inside = entry == null ? jar.getEntry(FOLDER + file) : entry;
    assertThat(inside).isNotNull();
    try (InputStream content = jar.getInputStream(inside)) {
      JsonNode inventory = JsonMapper.builder().build().readTree(content);
      assertThat(inventory.get("bomFormat").asString()).isEqualTo("CycloneDX");
      return inventory;
    }
  }
}
