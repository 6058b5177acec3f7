package org.yimen.exchange.outward.family;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.casework.delivered.ConfirmedFamilies;
import org.yimen.casework.delivered.ConfirmedFamily;
import tools.jackson.databind.node.ObjectNode;

/** All families that go out: those of confirmed cases, then those that are only watched. */
@Component
public class Families {

  private final ConfirmedFamilies confirmed;
  private final WatchedFamilies watched;
  private final JdbcClient jdbc;

  Families(ConfirmedFamilies confirmed, WatchedFamilies watched, JdbcClient jdbc) {
    this.confirmed = confirmed;
    this.watched = watched;
    this.jdbc = jdbc;
  }

  /** Hands over each once, as of the caller's transaction; of areas whose codes begin so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void each(LocalDate day, String area, Consumer<Family> receiver) {
    Complete complete = complete();
    Map<Long, ObjectNode> watches = watched.watches(area);
    Set<Long> told = new HashSet<>();
    confirmed.each(
        day,
        area,
        family -> {
          if (family.household() == null || told.add(family.household())) {
            receiver.accept(complete.done(DescribeConfirmed.of(family, of(watches, family))));
          }
        });
    watched.each(day, area, told, family -> receiver.accept(complete.done(family)));
  }

  private static @Nullable ObjectNode of(Map<Long, ObjectNode> watches, ConfirmedFamily family) {
    return family.household() == null ? null : watches.get(family.household());
  }

  /** The family of this key as it is now; null where it doesn't go out, or is out of reach. */
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable Family of(String key, LocalDate day, String area) {
    long id = Long.parseLong(key.substring(1));
    Long application = key.startsWith("a") ? Long.valueOf(id) : confirmed.applicationOf(id, day);
    ConfirmedFamily found = application == null ? null : confirmed.of(application, day, area);
    Family family =
        found != null
            ? DescribeConfirmed.of(found, of(watched.watches(area), found))
            : key.startsWith("h") ? watched.of(id, day, area) : null;
    return family == null ? null : complete().done(family);
  }

  private Complete complete() {
    Map<String, String> areas = new HashMap<>();
    jdbc.sql("select code, name from registry.area")
        .query((RowCallbackHandler) row -> areas.put(row.getString("code"), row.getString("name")));
    return new Complete(areas);
  }
}
