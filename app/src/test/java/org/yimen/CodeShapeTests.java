package org.yimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yimen.shape.SourceFile;
import org.yimen.shape.SourceFile.Method;
import org.yimen.shape.SourceTree;

/** The limits of docs/architecture.md. An exception stands here by name, with its reason. */
class CodeShapeTests {

  private static final int LINES_OF_A_FILE = 300;
  private static final int LINES_OF_A_METHOD = 30;
  private static final int PARAMETERS = 5;
  private static final int COLLABORATORS = 6;
  private static final int FILES_OF_A_PACKAGE = 25;
  private static final int PERCENT_PUBLIC = 45;

  private static final List<String> FORBIDDEN =
      List.of(
          "Service",
          "Impl",
          "DTO",
          "Dto",
          "VO",
          "Mapper",
          "Util",
          "Utils",
          "Manager",
          "Helper",
          "Helpers",
          "Constants");

  /** Packages over the limit of files. */
  private static final Map<String, String> LARGE_PACKAGES = Map.of();

  private static List<SourceFile> java = List.of();
  private static List<Path> vue = List.of();

  @BeforeAll
  static void read() throws IOException {
    SourceTree tree = SourceTree.ofThisRepository();
    java = tree.java();
    vue = tree.vue();
    assertThat(java).hasSizeGreaterThan(100);
    assertThat(vue).hasSizeGreaterThan(20);
  }

  @Test
  void files_are_short() {
    Stream<String> javaFiles =
        java.stream()
            .filter(file -> file.lines() > LINES_OF_A_FILE)
            .map(file -> file.name() + " " + file.lines());
    Stream<String> vueFiles =
        vue.stream()
            .filter(file -> SourceTree.lines(file) > LINES_OF_A_FILE)
            .map(file -> file.getFileName() + " " + SourceTree.lines(file));
    assertThat(Stream.concat(javaFiles, vueFiles)).isEmpty();
  }

  @Test
  void methods_are_short() {
    assertThat(methods(method -> method.lines() > LINES_OF_A_METHOD)).isEmpty();
  }

  /**
   * What a constructor takes is what the thing consists of; its collaborators are counted below.
   */
  @Test
  void methods_take_few_parameters() {
    assertThat(
            methods(method -> !method.name().equals("<init>") && method.parameters() > PARAMETERS))
        .isEmpty();
  }

  @Test
  void classes_have_few_collaborators() {
    Set<String> ours =
        java.stream().flatMap(file -> file.workers().stream()).collect(Collectors.toSet());
    assertThat(
            java.stream()
                .flatMap(file -> file.classes().stream())
                .filter(type -> type.collaborators(ours) > COLLABORATORS)
                .map(type -> type.name() + " " + type.collaborators(ours)))
        .isEmpty();
  }

  @Test
  void packages_are_small() {
    Map<String, Long> sizes =
        java.stream()
            .filter(file -> !file.test())
            .collect(
                Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.counting()));
    sizes
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue() <= FILES_OF_A_PACKAGE
                    || LARGE_PACKAGES.containsKey(entry.getKey()));
    assertThat(sizes).isEmpty();
  }

  @Test
  void most_types_of_the_application_are_hidden_in_their_package() {
    List<SourceFile> app =
        java.stream()
            .filter(file -> file.module().equals("app") && !file.test() && !file.packageInfo())
            .toList();
    long open = app.stream().filter(SourceFile::publicType).count();
    assertThat(100 * open / app.size())
        .as("%d of %d types are public", open, app.size())
        .isLessThanOrEqualTo(PERCENT_PUBLIC);
  }

  @Test
  void names_say_what_a_thing_is() {
    Set<String> badly = new TreeSet<>();
    for (SourceFile file : java) {
      for (String type : file.types()) {
        if (FORBIDDEN.stream().anyMatch(type::endsWith)) {
          badly.add(type);
        }
      }
    }
    assertThat(badly).isEmpty();
  }

  private interface Check {
    boolean fails(Method method);
  }

  private static List<String> methods(Check check) {
    return java.stream()
        .flatMap(
            file ->
                file.methods().stream()
                    .filter(check::fails)
                    .map(
                        method ->
                            "%s.%s: %d lines, %d parameters"
                                .formatted(
                                    file.name(),
                                    method.name(),
                                    method.lines(),
                                    method.parameters())))
        .toList();
  }
}
