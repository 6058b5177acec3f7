package org.yimen.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The source files of all build modules and of the front end. */
public record SourceTree(List<SourceFile> java, List<Path> vue) {

  private static final List<String> MODULES = List.of("policy", "linkage", "app", "batch", "bench");
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "dist");

  /** Those of the repository that this test runs in. */
  public static SourceTree ofThisRepository() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    if (root == null || !Files.isDirectory(root.resolve("policy"))) {
      throw new IOException("not run from a module's folder: " + root);
    }
    List<SourceFile> java = new ArrayList<>();
    for (String module : MODULES) {
      for (Path file : files(root.resolve(module), ".java")) {
        java.add(SourceFile.read(module, root, file));
      }
    }
    return new SourceTree(java, files(root.resolve("web"), ".vue"));
  }

  /** How many lines a file has. */
  public static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry) && !SKIPPED.contains(entry.getFileName().toString())) {
          found.addAll(files(entry, suffix));
        } else if (entry.toString().endsWith(suffix)) {
          found.add(entry);
        }
      }
    }
    return found;
  }
}
