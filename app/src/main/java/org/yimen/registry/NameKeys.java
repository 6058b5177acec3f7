package org.yimen.registry;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.linkage.text.Names;
import org.yimen.platform.CopyRows;

/**
 * What a name is found by: how it begins without its dots, how its second part begins, and for
 * names that are written in many ways (transcriptions) how it sounds.
 */
public final class NameKeys {

  private static final String SOUND = "~";
  private static final int LONGEST_HAN = 4;

  private final DataSource dataSource;
  private final Set<String> names = new HashSet<>();

  NameKeys(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** How stored names begin that somebody who types this looks for; empty where it is no name. */
  public static String beginning(String typed) {
    return Names.normalise(typed).replace("·", "").replace("?", "");
  }

  /** The key of the sound of what was typed; empty for names that are spelt on purpose. */
  public static String sound(String typed) {
    String whole = beginning(typed);
    return whole.length() > LONGEST_HAN ? SOUND + Names.soundSkeleton(whole) : "";
  }

  static Set<String> of(String name) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(beginning(name));
    String[] parts = Names.parts(Names.normalise(name));
    if (parts.length == 2) {
      keys.add(beginning(parts[1]));
    }
    keys.add(sound(name));
    keys.remove("");
    return keys;
  }

  /** Remembers a name that a delivery told. */
  void told(String name) {
    names.add(name);
  }

  /** Writes the keys of the names told that have none yet, in the running transaction. */
  void write() {
    if (names.isEmpty()) {
      return;
    }
    JdbcClient jdbc = JdbcClient.create(dataSource);
    String temporary =
        """
        create temp table if not exists incoming_spelling (name text) on commit drop;
        create temp table if not exists incoming_key (name text, key text) on commit drop;
        truncate incoming_spelling, incoming_key
        """;
    jdbc.sql(temporary).update();
    try (var rows = CopyRows.into(dataSource, "incoming_spelling", "name")) {
      names.forEach(rows::row);
    }
    try (var rows = CopyRows.into(dataSource, "incoming_key", "name", "key")) {
      unknown(jdbc).forEach(name -> of(name).forEach(key -> rows.row(name, key)));
    }
    String insert =
        """
        insert into registry.name_key (name, key) select name, key from incoming_key
        on conflict do nothing
        """;
    jdbc.sql(insert).update();
    names.clear();
  }

  private static List<String> unknown(JdbcClient jdbc) {
    String query =
        """
        select name from incoming_spelling i
        where not exists (select from registry.name_key k where k.name = i.name)
        """;
    return jdbc.sql(query).query(String.class).list();
  }
}
