package org.yimen.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families of the register and the rolls they are on. */
public final class Rolls {

  private final JdbcClient jdbc;

  public Rolls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An empty register. */
  public void none() {
    jdbc.sql(
            """
            truncate registry.household, registry.person, registry.membership, registry.fact cascade
            """)
        .update();
  }

  /**
   * A household of the village whose members have the ids household * 10 + 0, 1, …; the first is
   * head.
   */
  public void family(long household, String area, String... names) {
    jdbc.sql(
            """
            insert into registry.household (id, number, area, address, residence, head, size)
            values (:id, 'R' || :id, nullif(:area, ''), '苇子村', 'rural', :id * 10, :size)
            """)
        .param("id", household)
        .param("area", area)
        .param("size", names.length)
        .update();
    for (int i = 0; i < names.length; i++) {
      jdbc.sql(
              """
              with one as (
                insert into registry.person (id, name, birth_date, founded_by)
                values (:id, :name, :birth, 'residence'))
              insert into registry.membership (household, person, source_row)
              values (:household, :id, 1)
              """)
          .param("id", household * 10 + i)
          .param("name", names[i])
          .param("birth", LocalDate.of(1960, 1, 1).plusYears(i * 25L))
          .param("household", household)
          .update();
    }
  }

  /** Something that a roll says of a household. */
  public void says(long household, String kind, long amount, @Nullable String from) {
    says("household", household, kind, amount, from);
  }

  /** Something that a roll says of a person. */
  public void saysOf(long person, String kind, long amount, @Nullable String from) {
    says("person", person, kind, amount, from);
  }

  private void says(String of, long id, String kind, long amount, @Nullable String from) {
    jdbc.sql(
            """
            insert into registry.fact (%s, kind, amount, valid_from, source_row, source_kind)
            values (:id, :kind, :amount, cast(:from as date), 1, 'dibao-roll')
            """
                .formatted(of))
        .param("id", id)
        .param("kind", kind)
        .param("amount", amount)
        .param("from", from)
        .update();
  }
}
