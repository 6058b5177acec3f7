package org.yimen.casework.paper;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.WaitingCases;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.identity.staff.ActAs;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/**
 * Papers a second, one after the other as a bulk job prints them: {@code -Dtest=MeasurePapers}.
 * Every case has been through all steps; each paper is read from the database and written.
 */
@OnPostgres
class MeasurePapers {

  private static final int CASES = Integer.getInteger("yimen.papers.cases", 100);
  private static final String JOBS = "/api/v1/bulk-jobs";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices notices;
  @Autowired Papers papers;
  @Autowired ActAs act;

  private interface Work {
    List<byte[]> now();
  }

  @Test
  void papers_a_second() throws Exception {
    new CaseDesk(port, clock).villages(jdbc);
    List<Long> ids = new WaitingCases(port, clock, notices).make(CASES, LocalDate.of(2025, 10, 22));
    Desk district = new Desk(port).as("district");
    job("confirm", district, Map.of("kind", "confirm", "ids", ids));
    written(ids, id -> papers.untold(id, PaperKind.APPLICATION)); // the virtual machine compiles
    for (PaperKind kind : PaperKind.values()) {
      if (kind != PaperKind.MISSING && kind != PaperKind.CHANGE) {
        kind(kind, ids);
      }
    }
    Object print = Map.of("kind", "print", "parameters", List.of("decision"), "ids", ids);
    job("print decision", district, print);
    clock.release();
  }

  private void kind(PaperKind kind, List<Long> ids) {
    List<byte[]> pdf =
        measured(kind.code() + ".pdf", () -> written(ids, id -> papers.untold(id, kind)));
    measured(
        kind.code() + " joined",
        () -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          Papers.joined(pdf, out);
          return List.of(out.toByteArray());
        });
    if (kind == PaperKind.DECISION) {
      measured(kind.code() + ".docx", () -> written(ids, id -> papers.word(id, kind)));
    }
  }

  private List<byte[]> written(List<Long> ids, LongFunction<byte[]> write) {
    return act.of(
        "district",
        "civil-affairs-officer",
        () -> {
          List<byte[]> all = new ArrayList<>();
          for (long id : ids) {
            all.add(write.apply(id));
          }
          return all;
        });
  }

  private static List<byte[]> measured(String what, Work work) {
    long begun = System.nanoTime();
    List<byte[]> files = work.now();
    double seconds = (System.nanoTime() - begun) / 1e9;
    long bytes = files.stream().mapToLong(one -> one.length).sum();
    System.out.printf(
        Locale.ROOT,
        "MEASURED %-22s %d papers in %.2f s: %.1f a second, %.1f KB in %d files, load %.1f%n",
        what,
        CASES,
        seconds,
        CASES / seconds,
        bytes / 1e3,
        files.size(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return files;
  }

  /** A job from its beginning to its end, up to two seconds of waiting for its turn included. */
  private static void job(String what, Desk desk, Object asked) throws InterruptedException {
    long begun = System.nanoTime();
    JsonNode job = desk.post(JOBS, asked).json();
    JsonNode now = desk.get(JOBS + "/" + job.get("id").asLong()).json();
    while (now.get("finishedAt").isNull()) {
      Thread.sleep(20);
      now = desk.get(JOBS + "/" + job.get("id").asLong()).json();
    }
    System.out.printf(
        Locale.ROOT,
        "MEASURED job %-18s %d done, %d refused in %.2f s%n",
        what,
        now.get("done").asInt(),
        now.get("refused").asInt(),
        (System.nanoTime() - begun) / 1e9);
  }
}
