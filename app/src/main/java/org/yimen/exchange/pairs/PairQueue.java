package org.yimen.exchange.pairs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.Page;

/** The pairs of an area, by state. */
@Repository
class PairQueue {

  private static final String ASKED =
      """
      from exchange.doubtful_pair p
      join exchange.source_row r on r.id = p.source_row
      join exchange.evidence e on e.source_row = p.source_row
      join exchange.delivery d on d.id = r.delivery
      left join exchange.pair_candidate c
        on c.source_row = p.source_row
        and (p.state <> 'accepted' and c.rank = 1 or p.state = 'accepted' and c.person = p.person)
      left join registry.person k on k.id = c.person
      where p.state = :state and (:area = '' or starts_with(p.area, :area))
        and (cast(:q as text) is null or e.name like :q or k.name like :q)
      """;

  private final JdbcClient jdbc;

  PairQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is asked for: area prefix of the user, state, a part of either name. */
  record Asked(String area, String state, @Nullable String q) {

    private Map<String, @Nullable Object> parameters() {
      Map<String, @Nullable Object> parameters = new HashMap<>();
      parameters.put("area", area);
      parameters.put("state", state);
      String text = q == null ? "" : q.strip().replaceAll("([\\\\%_])", "\\\\$1");
      parameters.put("q", text.isEmpty() ? null : "%" + text + "%");
      return parameters;
    }
  }

  List<PairController.PairRow> page(Asked asked, int offset, int limit) {
    return jdbc.sql(
            """
            select p.source_row as id, d.file_name, coalesce(d.bureau, '') as bureau, e.name,
              coalesce(k.name, '') as candidate_name, coalesce(c.weight, 0) as weight, p.why,
              p.state
            """
                + ASKED
                + " order by c.weight desc nulls last, p.source_row offset :offset limit :limit")
        .params(asked.parameters())
        .param("offset", Math.max(0, offset))
        .param("limit", Page.limit(limit))
        .query(PairController.PairRow.class)
        .list();
  }

  long count(Asked asked) {
    return jdbc.sql("select count(*) " + ASKED)
        .params(asked.parameters())
        .query(Long.class)
        .single();
  }

  boolean visible(long id, String area) {
    return jdbc.sql(
            """
            select exists (
              select from exchange.doubtful_pair
              where source_row = :id and (:area = '' or starts_with(area, :area)))
            """)
        .param("id", id)
        .param("area", area)
        .query(Boolean.class)
        .single();
  }
}
