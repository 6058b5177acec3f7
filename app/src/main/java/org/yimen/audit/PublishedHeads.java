package org.yimen.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yimen.platform.secrecy.Secrecy;

/**
 * Writes the ends of the chains to a file outside the database every minute: who cuts a chain off
 * later, or brings back an old copy, is shown by it; its lines are signed. The folder is {@code
 * yimen.audit.heads}, which in production lies outside the home; the file may be copied elsewhere
 * at any time.
 */
@Component
class PublishedHeads {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedHeads.class);

  /** The end of a chain at some time. */
  record Head(int part, long seq, String hash) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Secrecy secrecy;
  private final HeadsFile file;
  private final Map<Integer, String> last = new ConcurrentHashMap<>();

  PublishedHeads(
      JdbcClient jdbc,
      Clock clock,
      Secrecy secrecy,
      @Value("${yimen.home:data}") String home,
      @Value("${yimen.audit.heads:}") String place) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.secrecy = secrecy;
    this.file = new HeadsFile(Path.of(home), place);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void publish() {
    StringBuilder lines = new StringBuilder();
    List<Head> now = heads();
    for (Head head : now) {
      if (!head.hash().equals(last.get(head.part()))) {
        lines.append(HeadsFile.signed(clock.instant().toString(), head, secrecy));
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    try {
      file.append(lines);
      now.forEach(head -> last.put(head.part(), head.hash()));
    } catch (IOException e) {
      LOG.error("the heads of the audit chains could not be written to {}", file.path(), e);
    }
  }

  /** The ends of all chains that hold anything, as the database says now. */
  List<Head> heads() {
    return jdbc.sql("select part, seq, hash from audit.head where seq > 0 order by part")
        .query(
            (row, n) ->
                new Head(
                    row.getInt("part"),
                    row.getLong("seq"),
                    HexFormat.of().formatHex(row.getBytes("hash"))))
        .list();
  }

  /** Everything published so far; empty where nothing was. */
  List<Head> published() throws IOException {
    return file.lines().stream().map(HeadsFile.Line::head).filter(head -> head.seq() > 0).toList();
  }

  /** Published lines that this installation did not sign, since it signs. */
  long forged() throws IOException {
    List<HeadsFile.Line> lines = file.lines();
    int first = 0;
    while (first < lines.size() && lines.get(first).plain()) {
      first++;
    }
    return lines.subList(first, lines.size()).stream()
        .filter(line -> !line.genuine(secrecy))
        .count();
  }
}
