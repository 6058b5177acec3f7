package org.yimen.exchange.outward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.exchange.outward.checks.RunChecks;
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
  private final LeavingRows leaving;
  private final Packs packs;
  private final JdbcClient jdbc;

  MakePack(
      StageFamilies stage,
      RunChecks checks,
      WritePack file,
      LeavingRows leaving,
      Packs packs,
      JdbcClient jdbc) {
    this.stage = stage;
    this.checks = checks;
    this.file = file;
    this.leaving = leaving;
    this.packs = packs;
    this.jdbc = jdbc;
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
    long pack = packs.begin(system, area, stored, run);
    fill(pack, system, area, run);
    int rows = jdbc.sql(PackSql.COUNT).param("pack", pack).query(Integer.class).single();
    if (rows == 0) {
      throw NOTHING.because("自上次回执以来没有新的变动可报。如有家庭没有报出，请到“数据检查”查看原因，改正后再生成。");
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

  private void fill(long pack, UpstreamSystem system, String area, long run) {
    jdbc.sql(PackSql.KNOWN.get(0)).param("system", system.id()).update();
    jdbc.sql(PackSql.KNOWN.get(1)).param("system", system.id()).update();
    jdbc.sql("analyze outward_last, outward_there").update();
    Map<String, String> blocking = RunChecks.blocking();
    jdbc.sql(PackSql.KEEP_BACK)
        .param("codes", blocking.keySet().toArray(String[]::new))
        .param("titles", blocking.values().toArray(String[]::new))
        .param("run", run)
        .update();
    jdbc.sql(PackSql.DUE).param("pack", pack).param("system", system.id()).update();
    jdbc.sql(PackSql.HELD).update();
    leaving.into(pack, system, area);
    jdbc.sql(PackSql.OMISSIONS).param("pack", pack).param("system", system.id()).update();
  }
}
