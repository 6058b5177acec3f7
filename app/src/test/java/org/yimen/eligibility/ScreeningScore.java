package org.yimen.eligibility;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.eligibility.indication.Group;
import org.yimen.policy.facts.Coded;

/**
 * Sets the last screening against what is true of an invented district: households on a list
 * without being entitled (inclusion), and entitled ones on none (exclusion). Whoever is only not
 * watched is no exclusion: the truth draws that partly by chance. A household of which nobody lives
 * any more is left out: the truth goes on counting the dead.
 */
final class ScreeningScore {

  /** What was found among the planted errors and what was told wrongly. */
  record Hits(int found, int wrong, int planted) {

    double precision() {
      return found + wrong == 0 ? 0 : (double) found / (found + wrong);
    }

    @Override
    public String toString() {
      return "%d of %d found, %d false, precision %.4f"
          .formatted(found, planted, wrong, precision());
    }
  }

  /** A household with a row that told who lives in it. */
  private record Screened(String number, String group, int members, String source) {}

  private final List<Screened> screened;
  private final Map<String, String> households = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, String> inclusions = new HashMap<>();
  private final Map<String, String> exclusions = new HashMap<>();

  private ScreeningScore(List<Screened> screened, Path truth) throws IOException {
    this.screened = screened;
    read(truth);
  }

  static ScreeningScore of(JdbcClient jdbc, Path truth) throws IOException {
    List<Screened> screened =
        jdbc.sql(
                """
                select h.number, s.group_code as "group", s.members,
                  coalesce(d.file_name || '|' || r.sheet || '|' || r.row, '') as source
                from eligibility.current_screening s
                join registry.household h on h.id = s.household
                left join (select household, min(source_row) as source_row
                  from registry.membership group by household) m on m.household = h.id
                left join exchange.source_row r on r.id = m.source_row
                left join exchange.delivery d on d.id = r.delivery
                """)
            .query(Screened.class)
            .list();
    return new ScreeningScore(screened, truth);
  }

  private void read(Path folder) throws IOException {
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("households.csv"))) {
      for (NamedCsvRecord line : lines) {
        households.put(line.getField("register_no"), line.getField("household_id"));
      }
    }
    errors(folder.resolve("register_errors.csv"));
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("record_truth.csv"))) {
      for (NamedCsvRecord line : lines) {
        String source = line.getField("file") + "|" + line.getField("sheet");
        sources.put(source + "|" + line.getField("row"), line.getField("household_id"));
      }
    }
  }

  private void errors(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : lines) {
        String detail = line.getField("detail");
        if (line.getField("kind").equals("inclusion")) {
          inclusions.put(line.getField("household_id"), detail);
        } else if (!detail.startsWith("监测对象")) {
          exclusions.put(line.getField("household_id"), detail);
        }
      }
    }
  }

  Hits inclusions() {
    return hits(Set.of(Group.LISTED_CONTRADICTED), inclusions);
  }

  /** The same where a household that data point to another category of is taken for told too. */
  Hits inclusionsWithOther() {
    return hits(Set.of(Group.LISTED_CONTRADICTED, Group.LISTED_OTHER), inclusions);
  }

  Hits exclusions() {
    return hits(Set.of(Group.UNLISTED_LIKELY), exclusions);
  }

  /** Households with nobody left that are told to be still on a list: rightly, and not scored. */
  long deserted() {
    return screened.stream()
        .filter(row -> row.members() == 0 && row.group().equals(Group.LISTED_CONTRADICTED.code()))
        .count();
  }

  /** Planted errors that were not told, by the group that they were put into. */
  Map<String, Integer> missed() {
    Map<String, Integer> missed = new TreeMap<>();
    Set<String> told = told(Set.of(Group.LISTED_CONTRADICTED, Group.UNLISTED_LIKELY));
    for (Screened row : screened) {
      String household = household(row);
      if (!told.contains(household)) {
        String detail = inclusions.getOrDefault(household, exclusions.get(household));
        if (detail != null) {
          missed.merge(detail + " -> " + row.group(), 1, Integer::sum);
        }
      }
    }
    return missed;
  }

  private Hits hits(Set<Group> groups, Map<String, String> planted) {
    Set<String> told = told(groups);
    int found = (int) told.stream().filter(planted::containsKey).count();
    return new Hits(found, told.size() - found, planted.size());
  }

  /** Who a household really is; one that only departments know is told by a row of a member. */
  private String household(Screened row) {
    String registered = households.get(row.number());
    return registered != null ? registered : sources.getOrDefault(row.source(), row.number());
  }

  private Set<String> told(Set<Group> groups) {
    Set<String> told = new HashSet<>();
    for (Screened row : screened) {
      if (row.members() > 0 && groups.contains(Coded.of(Group.class, row.group()))) {
        told.add(household(row));
      }
    }
    return told;
  }

  @Override
  public String toString() {
    return "inclusions %s; with other categories %s; exclusions %s; deserted %d; missed %s"
        .formatted(inclusions(), inclusionsWithOther(), exclusions(), deserted(), missed());
  }
}
