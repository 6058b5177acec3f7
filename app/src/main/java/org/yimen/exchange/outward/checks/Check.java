package org.yimen.exchange.outward.checks;

import org.jspecify.annotations.Nullable;

/**
 * One check of {@code outward/checks.yaml}.
 *
 * @param level block or warn
 * @param of family or member
 * @param system whom it matters to; null: both
 * @param formed asked only of families with a form, as the register doesn't hold what it asks
 * @param where a condition in SQL over f, m and c
 */
record Check(
    String code,
    String level,
    String of,
    @Nullable String system,
    boolean formed,
    String title,
    String fix,
    String where) {

  /** Inserts a finding for every family, or member, that the condition is true of. */
  String sql() {
    boolean member = of.equals("member");
    return """
        insert into exchange.outward_finding
          (run, code, level, family, area, household, application, name, member)
        select :run, :code, :level, f.key, f.area, f.household, f.application, f.name, %s
        from outward_family f join outward_count c on c.family = f.key %s
        where (:system::text is null or :system = any(f.systems)) %s and (%s)
        """
        .formatted(
            member ? "m.name" : "null",
            member ? "join outward_member m on m.family = f.key" : "",
            formed ? "and f.application is not null" : "",
            where);
  }
}
