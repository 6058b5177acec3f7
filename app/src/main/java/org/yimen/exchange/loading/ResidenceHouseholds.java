package org.yimen.exchange.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.linkage.Decision;
import org.yimen.linkage.Outcome;
import org.yimen.linkage.SourceRecord;

/**
 * Gives each household of a residence file the one household of the register that bears its number.
 * A household that departments' rows founded earlier becomes this one if its members are in it.
 */
final class ResidenceHouseholds {

  private final Map<String, List<Integer>> groups = new LinkedHashMap<>();
  private final List<Decision> decisions;
  private final LongSupplier newIds;
  private final Set<Long> taken = new HashSet<>();

  ResidenceHouseholds(List<SourceRecord> records, List<Decision> decisions, LongSupplier newIds) {
    this.decisions = decisions;
    this.newIds = newIds;
    for (int i = 0; i < records.size(); i++) {
      String key = records.get(i).householdKey();
      if (key != null && decisions.get(i).person() != 0) {
        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Changes the households of the decisions' persons; returns the numbers of all concerned. */
  Map<Long, String> assign(long[] homes, DataSource dataSource) {
    Map<String, Long> known = known(JdbcClient.create(dataSource));
    taken.addAll(known.values());
    taken.addAll(numberedOtherwise(JdbcClient.create(dataSource), homes));
    Map<Long, String> numbers = new HashMap<>();
    groups.forEach(
        (key, rows) -> {
          Long household = known.get(key);
          long home = household != null ? household : adopted(rows, homes);
          taken.add(home);
          numbers.put(home, key);
          rows.forEach(row -> homes[row] = home);
        });
    return numbers;
  }

  private long adopted(List<Integer> rows, long[] homes) {
    Integer founding = first(rows, Outcome.NEW);
    Integer linked = first(rows, Outcome.LINK);
    for (Integer row : new @Nullable Integer[] {founding, linked}) {
      if (row != null && !taken.contains(homes[row])) {
        return homes[row];
      }
    }
    return newIds.getAsLong();
  }

  private @Nullable Integer first(List<Integer> rows, Outcome outcome) {
    for (int row : rows) {
      if (decisions.get(row).outcome() == outcome) {
        return row;
      }
    }
    return null;
  }

  private Map<String, Long> known(JdbcClient jdbc) {
    Map<String, Long> known = new HashMap<>();
    jdbc.sql("select number, id from registry.household where number = any(:numbers)")
        .param("numbers", groups.keySet().toArray(String[]::new))
        .query(
            row -> {
              known.put(row.getString("number"), row.getLong("id"));
            });
    return known;
  }

  private static List<Long> numberedOtherwise(JdbcClient jdbc, long[] homes) {
    Long[] asked = java.util.Arrays.stream(homes).distinct().boxed().toArray(Long[]::new);
    return jdbc.sql(
            """
            select id from registry.household
            where id = any(:ids) and not starts_with(number, :invented)
            """)
        .param("ids", asked)
        .param("invented", InventedNumber.PREFIX)
        .query(Long.class)
        .list();
  }
}
