package org.yimen.exchange;

import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.platform.CsvRows;
import org.yimen.platform.ExportFile;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code yimen export links FILE.csv}: whose every source row is, see docs/spec/exports.md. */
@Command(name = "links", description = "导出各部门文件逐行的关联结果。", mixinStandardHelpOptions = true)
public final class ExportLinks implements Callable<Integer> {

  private static final int AT_ONCE = 5_000;

  private static final String[] COLUMNS = {
    "file", "sheet", "row", "outcome", "person", "household", "reason"
  };

  private static final String LINKS =
      """
      select d.file_name, r.sheet, r.row, r.link, r.person, r.household,
        case when r.link in ('refused', 'skipped') then r.reason else r.link_reason end as reason
      from exchange.source_row r join exchange.delivery d on d.id = r.delivery
      where d.state <> 'withdrawn'
      order by r.id
      """;

  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE.csv", description = "写入的文件")
  private Path file = Path.of("links.csv");

  ExportLinks(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(
        Map.of(),
        context -> {
          int rows = ExportFile.write(file, out -> write(context, out));
          System.out.printf("已导出 %d 行到 %s%n", rows, file);
          return 0;
        });
  }

  private static int write(ApplicationContext context, OutputStream stream) {
    JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
    jdbc.setFetchSize(AT_ONCE);
    int[] count = {0};
    try (CsvRows out = CsvRows.to(stream, COLUMNS)) {
      // the server hands rows over piece by piece only within a transaction
      context
          .getBean(TransactionTemplate.class)
          .executeWithoutResult(
              status ->
                  jdbc.query(
                      LINKS,
                      row -> {
                        count[0]++;
                        write(row, out);
                      }));
    }
    return count[0];
  }

  private static void write(ResultSet row, CsvRows out) throws SQLException {
    out.row(
        row.getString("file_name"),
        row.getString("sheet"),
        row.getInt("row"),
        row.getString("link"),
        row.getObject("person"),
        row.getObject("household"),
        row.getString("reason"));
  }
}
