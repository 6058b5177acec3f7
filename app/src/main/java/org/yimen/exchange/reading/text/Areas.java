package org.yimen.exchange.reading.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counties, towns and villages, found by the names and addresses that bureaus write.
 *
 * <p>The csv has the columns level (county, town, village), code (6, 9 or 12 digits), name, parent,
 * aliases (separated by |). Two towns may have a village of the same name: then the town decides.
 */
public final class Areas {
  /** An alias that ends so may be followed by more text, any other must be all there is. */
  private static final Pattern WHOLE_NAME =
      Pattern.compile(".*(村|社区|队|镇|乡|街道|办事处|居委会|村委会|管委会|牧场|农场|区|县|市)");

  /**
   * An area.
   *
   * @param level county, town or village
   * @param parent code of the area above, empty for a county
   */
  public record Area(String level, String code, String name, String parent) {}

  private record Alias(String key, boolean wholeName, Area area) {}

  private final Map<String, Area> byCode = new HashMap<>();
  private final List<Area> all = new ArrayList<>();
  private final List<Alias> counties = new ArrayList<>();
  private final List<Alias> towns = new ArrayList<>();
  private final Map<String, List<Alias>> villages = new HashMap<>();

  private Areas() {}

  /** Reads areas from csv files. */
  public static Areas load(Path... files) {
    Areas areas = new Areas();
    for (Path file : files) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        areas.read(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return areas;
  }

  /** No area yet. */
  public static Areas none() {
    return new Areas();
  }

  /** Adds the areas of a csv; those known already stay. */
  public void read(Reader csv) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        Area area =
            new Area(
                row.getField("level"),
                row.getField("code"),
                row.getField("name"),
                row.getField("parent"));
        if (byCode.putIfAbsent(area.code(), area) == null) {
          all.add(area);
          name(area, area.name());
          for (String alias : row.getField("aliases").split("\\|")) {
            name(area, alias);
          }
        }
      }
    }
  }

  private void name(Area area, String written) {
    String key = Texts.key(written);
    if (key.isEmpty()) {
      return;
    }
    Alias alias = new Alias(key, WHOLE_NAME.matcher(key).matches(), area);
    switch (area.level()) {
      case "county" -> counties.add(alias);
      case "town" -> towns.add(alias);
      default -> villages.computeIfAbsent(area.parent(), parent -> new ArrayList<>()).add(alias);
    }
  }

  /** All areas in the order of their files. */
  public List<Area> all() {
    return List.copyOf(all);
  }

  /**
   * The area that the texts together name, the later being the more exact.
   *
   * @return code of a village, else of a town, else null; null too where two villages fit
   */
  public @Nullable String find(Collection<String> texts) {
    Area town = null;
    Area village = null;
    for (String text : texts) {
      String rest = afterCounty(Texts.key(text));
      Alias namedTown = longest(towns, rest);
      // "阿克苏" alone is the village once its township is known.
      if (namedTown != null && (town == null || namedTown.wholeName())) {
        village = namedTown.area().equals(town) ? village : null;
        town = namedTown.area();
        rest = rest.substring(namedTown.key().length());
      }
      Area namedVillage = rest.isEmpty() ? null : village(town, rest);
      if (namedVillage != null) {
        village = namedVillage;
        town = byCode.getOrDefault(village.parent(), town);
      }
    }
    return village != null ? village.code() : town != null ? town.code() : null;
  }

  private String afterCounty(String text) {
    for (Alias county : counties) {
      int at = text.indexOf(county.key());
      if (at >= 0) {
        return text.substring(at + county.key().length());
      }
    }
    return text;
  }

  private @Nullable Area village(@Nullable Area town, String text) {
    if (town != null) {
      Alias found = longest(villages.getOrDefault(town.code(), List.of()), text);
      return found == null ? null : found.area();
    }
    Area only = null;
    for (List<Alias> ofTown : villages.values()) {
      Alias found = longest(ofTown, text);
      if (found != null && only != null) {
        return null;
      }
      only = found == null ? only : found.area();
    }
    return only;
  }

  private static @Nullable Alias longest(List<Alias> aliases, String text) {
    Alias best = null;
    for (Alias alias : aliases) {
      boolean fits = alias.wholeName() ? text.startsWith(alias.key()) : text.equals(alias.key());
      if (fits && (best == null || alias.key().length() > best.key().length())) {
        best = alias;
      }
    }
    return best;
  }
}
