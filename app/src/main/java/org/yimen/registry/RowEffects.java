package org.yimen.registry;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one source row changed in the register by a person's decision, kept so that it can be taken
 * back. The row's own facts, spellings and memberships bear its id; what it closed or filled in is
 * told by the state before and after.
 *
 * <pre>{@code
 * RowEffects effects = RowEffects.watch(jdbc, person, household, "disability");
 * update.apply();
 * keep(effects.changes());
 * ...
 * RowEffects.takeBack(jdbc, sourceRow, kept);
 * }</pre>
 */
public final class RowEffects {

  private static final String STATE =
      """
      select json_build_object(
        'person', (select to_json(p) from registry.person p where p.id = :person),
        'openFacts', (
          select coalesce(json_agg(f.id order by f.id), '[]') from registry.fact f
          where f.valid_to is null and f.source_kind = :kind
            and (f.person = :person or f.household = :household)),
        'homes', (
          select coalesce(json_agg(m.household order by m.household), '[]')
          from registry.membership m where m.person = :person and m.valid_to is null))::text
      """;

  private final JdbcClient jdbc;
  private final long person;
  private final @Nullable Long household;
  private final String kind;
  private final String before;

  private RowEffects(JdbcClient jdbc, long person, @Nullable Long household, String kind) {
    this.jdbc = jdbc;
    this.person = person;
    this.household = household;
    this.kind = kind;
    this.before = state();
  }

  /** Remembers how a person and a household stand before the row's facts of a kind are applied. */
  public static RowEffects watch(
      JdbcClient jdbc, long person, @Nullable Long household, String kind) {
    return new RowEffects(jdbc, person, household, kind);
  }

  /** Both states as JSON, for {@link #takeBack}. */
  public String changes() {
    return "{\"before\":%s,\"after\":%s}".formatted(before, state());
  }

  private String state() {
    return jdbc.sql(STATE)
        .param("person", person)
        .param("household", household)
        .param("kind", kind)
        .query(String.class)
        .single();
  }

  /** Takes back what a row changed; what others have changed since stays. */
  public static void takeBack(JdbcClient jdbc, long sourceRow, String changes) {
    for (String step : RowEffectsSql.TAKE_BACK) {
      jdbc.sql(step).param("row", sourceRow).param("changes", changes).update();
    }
  }

  /** Takes back a person whom a row founded, and the household if nobody else ever lived there. */
  public static void takeBackFounded(JdbcClient jdbc, long sourceRow, long person, long household) {
    for (String step : RowEffectsSql.TAKE_BACK_FOUNDED) {
      jdbc.sql(step)
          .param("row", sourceRow)
          .param("person", person)
          .param("household", household)
          .update();
    }
  }
}
