package org.yimen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.Options;

class ModularityTests {

  /** The libraries stand below all modules, like any other library. */
  private final ApplicationModules modules =
      ApplicationModules.of(
          Yimen.class,
          JavaClass.Predicates.resideInAnyPackage("org.yimen.linkage..", "org.yimen.policy.."));

  @Test
  void modules_depend_only_on_what_their_package_info_allows() {
    modules.verify();
  }

  /** Writes the diagram again with {@code -Dyimen.docs.update=true}. */
  @Test
  void the_module_diagram_in_the_docs_is_the_one_of_this_code() throws IOException {
    Path written = Path.of("target", "module-docs");
    new Documenter(modules, Options.defaults().withOutputFolder(written.toString()))
        .writeModulesAsPlantUml(
            DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML));
    Path now = written.resolve("components.puml");
    Path kept = Path.of("..", "docs", "modules.puml");
    if (Boolean.getBoolean("yimen.docs.update")) {
      Files.copy(now, kept, StandardCopyOption.REPLACE_EXISTING);
    }
    // the order of its arrows is left to chance
    assertThat(Files.readAllLines(kept))
        .as("run: mvn -pl app -am test -Dtest=ModularityTests -Dyimen.docs.update=true")
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(now));
  }
}
