package org.yimen.exchange.reading.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code lists by name: what bureaus write, the code it stands for and the code's Chinese name. */
public final class CodeLists {
  private final Map<String, CodeList> lists = new HashMap<>();

  /** One list; what is written is compared without spaces, width and case. */
  public static final class CodeList {
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** The code of what is written, null when the list does not know it. */
    public @Nullable String code(String written) {
      return codes.get(Texts.key(written));
    }

    /** The code's Chinese name, or the code itself. */
    public String name(String code) {
      return names.getOrDefault(code, code);
    }

    public boolean has(String code) {
      return names.containsKey(code);
    }

    /** Whether a text holds one of the ways in which a code is written. */
    public boolean standsIn(String text, String code) {
      String key = Texts.key(text);
      return codes.entrySet().stream()
          .anyMatch(entry -> entry.getValue().equals(code) && key.contains(entry.getKey()));
    }

    private void add(String code, String name, String aliases) {
      names.putIfAbsent(code, name);
      codes.putIfAbsent(Texts.key(name), code);
      for (String alias : aliases.split("\\|")) {
        if (!alias.isBlank()) {
          codes.putIfAbsent(Texts.key(alias), code);
        }
      }
    }
  }

  /** Reads a list (columns code, name, aliases separated by |); a later file adds to a list. */
  public void read(String name, Reader csv) throws IOException {
    CodeList list = lists.computeIfAbsent(name, n -> new CodeList());
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        list.add(row.getField("code"), row.getField("name"), row.getField("aliases"));
      }
    }
  }

  /** The list of that name. */
  public @Nullable CodeList get(String name) {
    return lists.get(name);
  }
}
