package org.yimen.eligibility;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.*;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yimen.eligibility.evidence.*;
import org.yimen.eligibility.indication.*;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.OnPostgres;

@OnPostgres
class TmpPhases {
  @Autowired ApplicationContext context;
  @Autowired DataSource dataSource;

  @Test
  void phases() throws Exception {
    LocalDate d = LocalDate.of(2025, 8, 1);
    Lorry lorry = new Lorry(context);
    lorry.load(Lorry.files(Path.of("/work/shared/data/district/files")).toArray(Path[]::new));
    Screenings.run(context, d);
    List<HouseholdRecord> all = new ArrayList<>();
      try (Connection c = dataSource.getConnection()) {
        c.setAutoCommit(false);
        try (Statement s = c.createStatement()) { s.execute("set local work_mem='64MB'"); }
        new RegisterSnapshot(c, d, Instant.now()).read(0, Long.MAX_VALUE, all::add);
        c.rollback(); c.setAutoCommit(true);
      }
      IndicateHousehold in = new IndicateHousehold(Screenings.LAW, d);
      java.lang.management.ThreadMXBean mx = java.lang.management.ManagementFactory.getThreadMXBean();
      for (int i = 0; i < 30; i++) {
        long c0 = mx.getCurrentThreadCpuTime();
        long h = 0; for (HouseholdRecord r : all) h += in.of(r).worth();
        System.out.println("decide cpu ms " + (mx.getCurrentThreadCpuTime()-c0)/1000000);
        if (i == 8) { try { var rec = new jdk.jfr.Recording(jdk.jfr.Configuration.getConfiguration("profile")); rec.enable("jdk.ExecutionSample").withPeriod(java.time.Duration.ofMillis(10)); rec.start(); R=rec;} catch(Exception e){throw new RuntimeException(e);} }
      }
      R.stop(); R.dump(Path.of("/tmp/analysis/d.jfr"));
  }
  static jdk.jfr.Recording R;
}
