package org.yimen.exchange.outward;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.CopyRows;

/**
 * Rows that are there upstream and no more here: told once more, as they are there, to be ended.
 */
@Component
class LeavingRows {

  private final Cells cells;
  private final JdbcClient jdbc;
  private final DataSource dataSource;

  LeavingRows(Cells cells, JdbcClient jdbc, DataSource dataSource) {
    this.cells = cells;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** The row as it is there, under a number of its own. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Gone(
      long id,
      String sheet,
      String key,
      String family,
      String area,
      @Nullable Long household,
      @Nullable Long application,
      String name,
      byte[] sealed) {}

  void into(long pack, UpstreamSystem system, String area) {
    List<Gone> gone = jdbc.sql(PackSql.GONE).param("area", area).query(Gone.class).list();
    Numbers numbers = new Numbers(jdbc, "exchange.outward_row");
    try (CopyRows rows = CopyRows.into(dataSource, "outward_gone", StagedTables.NOW)) {
      for (Gone one : gone) {
        long id = numbers.next();
        rows.row(
            id,
            one.sheet(),
            one.key(),
            one.family(),
            one.area(),
            one.household(),
            one.application(),
            one.name(),
            cells.content(id, cells.open(one.id(), one.sealed())));
      }
    }
    jdbc.sql(PackSql.LEAVE).param("pack", pack).param("system", system.id()).update();
  }
}
