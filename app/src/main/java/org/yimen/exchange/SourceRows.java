package org.yimen.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.registry.RowSources;

/** Tells the register where its facts come from. */
@Repository
class SourceRows implements RowSources {

  private final JdbcClient jdbc;

  SourceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, Source> of(Collection<Long> sourceRows) {
    Map<Long, Source> sources = new HashMap<>();
    jdbc.sql(
            """
            select r.id, coalesce(d.bureau, '') as bureau, d.file_name, r.sheet, r.row
            from exchange.source_row r join exchange.delivery d on d.id = r.delivery
            where r.id = any(:ids)
            """)
        .param("ids", sourceRows.stream().distinct().toArray(Long[]::new))
        .query(
            row -> {
              sources.put(
                  row.getLong("id"),
                  new Source(
                      row.getString("bureau"),
                      row.getString("file_name"),
                      row.getString("sheet"),
                      row.getInt("row")));
            });
    return sources;
  }

  @Override
  public List<LinkedRow> linkedTo(long person) {
    return jdbc.sql(
            """
            select d.id as delivery, d.file_name, coalesce(d.bureau, '') as bureau, r.sheet, r.row,
              r.link, r.link_reason, r.weight
            from exchange.source_row r join exchange.delivery d on d.id = r.delivery
            where r.person = :person order by r.id
            """)
        .param("person", person)
        .query(LinkedRow.class)
        .list();
  }
}
