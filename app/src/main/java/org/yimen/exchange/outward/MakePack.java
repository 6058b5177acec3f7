package org.yimen.exchange.outward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.exchange.outward.checks.RunChecks;
import org.yimen.identity.Access;
import org.yimen.platform.CopyRows;
import org.yimen.platform.ProblemType;

/**
 * Makes a pack of what changed since the last one that was answered: all families staged, checked,
 * compared and written in one transaction. Killed in between it leaves nothing but perhaps a file
 * that no pack names, which the next one sweeps away.
 */
@Component
class MakePack {

  static final ProblemType STILL_OPEN =
      new ProblemType("pack-open", HttpStatus.CONFLICT, "上一批还没有回执");
  static final ProblemType NOTHING =
      new ProblemType("nothing-to-deliver", HttpStatus.CONFLICT, "没有需要上报的变动");

  private final StageFamilies stage;
  private final RunChecks checks;
  private final WritePack file;
  private final Cells cells;
  private final Access access;
  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Clock clock;

  MakePack(
      StageFamilies stage,
      RunChecks checks,
      WritePack file,
      Cells cells,
      Access access,
      JdbcClient jdbc,
      DataSource dataSource,
      Clock clock) {
    this.stage = stage;
    this.checks = checks;
    this.file = file;
    this.cells = cells;
    this.access = access;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Makes it.
   *
   * @return its id
   * @throws org.yimen.platform.Problem pack-open or nothing-to-deliver
   */
  @Transactional(propagation = Propagation.MANDATORY)
  long of(UpstreamSystem system, String area) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('exchange.outward'))").query(row -> {});
    refuseWhileOpen(system, area);
    file.sweep();
    stage.forPack(area, system);
    long run = checks.on(area, system.id());
    String stored = UUID.randomUUID().toString();
    long pack = begin(system, area, stored, run);
    fill(pack, system, area, run);
    int rows = jdbc.sql(PackSql.COUNT).param("pack", pack).query(Integer.class).single();
    if (rows == 0) {
      throw NOTHING.because(
          "自上次回执以来没有新的变动可报。如有家庭没有报出，请到“数据检查”查看原因，改正后再生成。");
    }
    try {
      file.write(pack, system, stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pack;
  }

  private void refuseWhileOpen(UpstreamSystem system, String area) {
    jdbc.sql(PackSql.OPEN)
        .param("system", system.id())
        .param("area", area)
        .query(String.class)
        .optional()
        .ifPresent(
            number -> {
              throw STILL_OPEN.because(
                  "批次 %s 还没有回执，现在再生成会重复上报。请先载入它的回执；没有报出去的，请先作废。".formatted(number));
            });
  }

  private long begin(UpstreamSystem system, String area, String stored, long run) {
    String number =
        "%s-%s-%d"
            .formatted(
                system.prefix(),
                LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE),
                jdbc.sql("select nextval(pg_get_serial_sequence('exchange.outward_pack', 'id'))")
                    .query(Long.class)
                    .single());
    return jdbc.sql(
            """
            insert into exchange.outward_pack (id, number, system, area, stored_as, run, families,
              fresh, changed, gone, left_out, made_at, made_by)
            overriding system value
            values (:id, :number, :system, :area, :stored, :run, 0, 0, 0, 0, 0, :at, :by)
            returning id
            """)
        .param("id", Long.parseLong(number.substring(number.lastIndexOf('-') + 1)))
        .param("number", number)
        .param("system", system.id())
        .param("area", area)
        .param("stored", stored)
        .param("run", run)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .query(Long.class)
        .single();
  }

  private void fill(long pack, UpstreamSystem system, String area, long run) {
    Map<String, String> blocking = RunChecks.blocking();
    jdbc.sql(PackSql.KEEP_BACK)
        .param("codes", blocking.keySet().toArray(String[]::new))
        .param("titles", blocking.values().toArray(String[]::new))
        .param("run", run)
        .update();
    jdbc.sql(PackSql.DUE).param("pack", pack).param("system", system.id()).update();
    jdbc.sql(PackSql.HELD).param("system", system.id()).update();
    gone(pack, system, area);
    jdbc.sql(PackSql.OMISSIONS).param("pack", pack).param("system", system.id()).update();
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

  private void gone(long pack, UpstreamSystem system, String area) {
    List<Gone> gone =
        jdbc.sql(PackSql.GONE)
            .param("system", system.id())
            .param("area", area)
            .query(Gone.class)
            .list();
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
