package org.yimen.demo.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uyghur and Kazakh names with the Chinese spellings in use for each, the commonest first. */
public final class Transcriptions {
  private final Map<String, List<String>> spellings = new LinkedHashMap<>();
  private final Map<String, List<String>> keys = new HashMap<>();

  public Transcriptions() {
    for (String[] row : Table.rows("transcriptions.csv")) {
      if (!spellings.containsKey(row[2])) {
        keys.computeIfAbsent(row[0] + row[1], k -> new ArrayList<>()).add(row[2]);
      }
      spellings.computeIfAbsent(row[2], k -> new ArrayList<>()).add(row[3]);
    }
  }

  /** Every spelling of the name with this key. */
  public List<String> of(String key) {
    return spellings.getOrDefault(key, List.of());
  }

  Name.Part draw(String language, boolean male, Dice dice) {
    String key = dice.pick(keys.getOrDefault(language + (male ? "M" : "F"), List.of()));
    List<String> ways = of(key);
    int way = dice.chance(.8) ? 0 : dice.between(0, ways.size() - 1);
    return new Name.Part(key, ways.get(way));
  }
}
