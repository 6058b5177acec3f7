package org.yimen.exchange.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.SheetForm.Skip;
import org.yimen.exchange.reading.Source.RawRow;
import org.yimen.exchange.reading.UnreadableFile.Problem;
import org.yimen.exchange.reading.text.Areas;
import org.yimen.exchange.reading.text.CodeLists;
import org.yimen.platform.FileContent;

/**
 * The kinds of file that can be read.
 *
 * <p>The descriptions that come with the program lie on the class path under {@code exchange/}; a
 * folder may add to them: {@code *.yaml} (a format of the same id replaces ours), {@code
 * codes/*.csv}, {@code areas/*.csv}. See docs/spec/formats.md.
 */
public final class Formats {
  private static final String ROOT = "/exchange/";
  private static final String EVERYWHERE = "everywhere.yaml";

  private final Map<String, Format> formats = new LinkedHashMap<>();
  private final CodeLists codes = new CodeLists();
  private final Areas areas;
  private final Limits limits;
  private List<Skip> everywhere = List.of();

  private Formats(Areas areas, Limits limits) {
    this.areas = areas;
    this.limits = limits;
  }

  /** Ours and those in the folders; areas are the bundled ones and those in the folders. */
  public static Formats load(Path... folders) {
    return load(Limits.standard(), folders);
  }

  static Formats load(Limits limits, Path... folders) {
    Formats all = new Formats(Areas.none(), limits);
    try {
      // Code lists first, as the descriptions refer to them; a folder's word goes before ours.
      for (Path folder : folders) {
        all.readTables(folder);
      }
      all.readBundled();
      for (Path folder : folders) {
        for (Path file : list(folder, ".yaml")) {
          all.add(file.getFileName().toString(), Files.newBufferedReader(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** One description of the class path alone, with a code list beside ours. */
  public static Formats only(String description, String list) {
    Formats one = new Formats(Areas.none(), Limits.standard());
    try {
      one.readTable("codes/" + list.substring(list.lastIndexOf('/') + 1), list);
      one.add(description, resource(description));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return one;
  }

  private void readBundled() throws IOException {
    List<String> bundled = bundled();
    for (String name : bundled) {
      readTable(name, ROOT + name);
    }
    try (Reader reader = resource(ROOT + EVERYWHERE)) {
      everywhere = Description.skips(EVERYWHERE, reader);
    }
    for (String name : bundled) {
      if (name.startsWith("formats/")) {
        add(name, resource(ROOT + name));
      }
    }
  }

  private void add(String name, Reader description) throws IOException {
    try (Reader reader = description) {
      Format format = Description.read(name, reader, codes, everywhere);
      formats.put(format.id(), format);
    }
  }

  private static List<String> bundled() throws IOException {
    try (BufferedReader index = new BufferedReader(resource(ROOT + "index.txt"))) {
      return index.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  private static Reader resource(String name) throws IOException {
    InputStream in = Formats.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("not on the class path: " + name);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private void readTable(String name, String resource) throws IOException {
    if (name.startsWith("codes/") || name.startsWith("areas/")) {
      try (Reader reader = resource(resource)) {
        readTable(name, reader);
      }
    }
  }

  private void readTable(String name, Reader reader) throws IOException {
    if (name.startsWith("areas/")) {
      areas.read(reader);
    } else {
      codes.read(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')), reader);
    }
  }

  private void readTables(Path folder) throws IOException {
    for (String kind : List.of("codes", "areas")) {
      for (Path file : list(folder.resolve(kind), ".csv")) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          readTable(kind + "/" + file.getFileName(), reader);
        }
      }
    }
  }

  private static List<Path> list(Path folder, String suffix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** All formats in the order in which their files are linked. */
  public List<Format> all() {
    return formats.values().stream()
        .sorted(Comparator.comparingInt(Format::order).thenComparing(Format::id))
        .toList();
  }

  /** The format of that id, if it is known (any more). */
  public @Nullable Format get(String id) {
    return formats.get(id);
  }

  /**
   * The bureaus whose files a unit sends, as descriptions name them: those whose name or full name,
   * of the code list {@code bureau}, stands in the unit's.
   */
  public List<String> bureausOf(String unit) {
    return formats.values().stream()
        .map(Format::bureau)
        .distinct()
        .filter(bureau -> Arrays.stream(bureau.split("、")).anyMatch(one -> isOf(unit, one)))
        .toList();
  }

  /** Whether a unit is the bureau that is called so. */
  public boolean isOf(String unit, String bureau) {
    CodeLists.CodeList names = codes.get("bureau");
    return names != null && names.has(bureau)
        ? names.standsIn(unit, bureau)
        : unit.contains(bureau);
  }

  /** The areas that places are looked up in. */
  public Areas areas() {
    return areas;
  }

  /**
   * Opens a file: finds out what it is, reads it whole once within bounds, and finds its format by
   * its content.
   *
   * @param name as its sender calls it: it decides between formats that fit equally, and may tell
   *     what no cell does
   * @throws UnreadableFile if nothing of it can be taken
   */
  public FileReading open(FileContent file, String name) {
    Source source = FileKind.open(file, limits);
    List<List<RawRow>> heads = new ArrayList<>();
    for (int sheet = 0; sheet < source.sheets().size(); sheet++) {
      heads.add(head(source, sheet));
    }
    List<Recognition> all =
        all().stream().map(format -> Recognition.of(format, source, heads, name)).toList();
    Recognition best =
        all.stream()
            .filter(Recognition::matches)
            .max(Comparator.comparingInt(Recognition::score))
            .orElseThrow(() -> notFound(all));
    best.refuseDuplicates();
    return new FileReading(best, source, areas, name);
  }

  /** Opens a file by the name under which it lies there. */
  FileReading open(Path file) {
    return open(FileContent.of(file), String.valueOf(file.getFileName()));
  }

  private static List<RawRow> head(Source source, int sheet) {
    List<RawRow> rows = new ArrayList<>();
    source.rows(
        sheet,
        row -> {
          if (!row.blank()) {
            rows.add(row.brief());
          }
          return rows.size() < Header.LOOKED_AT;
        });
    return rows;
  }

  private static UnreadableFile notFound(List<Recognition> all) {
    Recognition closest =
        all.stream().max(Comparator.comparingInt(Recognition::score)).orElse(null);
    String what =
        closest == null || closest.score() == 0
            ? "文件里没有任何一种已登记表格的表头。"
            : "文件最像“" + closest.format().title() + "”，但缺少表头：" + closest.missing() + "。";
    return new UnreadableFile(
        Problem.HEADER_NOT_FOUND, what + "请核对上传的是不是这张表；表头改过名的，请改回原名，或由管理员登记新的表式。");
  }
}
