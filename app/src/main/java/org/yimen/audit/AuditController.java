package org.yimen.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** What the audit administrator reads; entries name households and persons by number only. */
@RestController
@RequestMapping("/api/v1/audit")
@Requires(Permission.AUDIT_READ)
class AuditController {

  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final CheckChains chains;
  private final PublishedHeads heads;
  private final Access access;
  private final Clock clock;

  AuditController(
      JdbcClient jdbc, CheckChains chains, PublishedHeads heads, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.chains = chains;
    this.heads = heads;
    this.access = access;
    this.clock = clock;
  }

  /** One entry. Open is true for an emergency that nobody has looked into. */
  @Schema(name = "AuditLine")
  record Line(
      int part,
      long seq,
      Instant at,
      String who,
      String unit,
      String role,
      String deed,
      String deedTitle,
      String object,
      String why,
      boolean done,
      boolean open) {}

  /** A kind of entry. */
  @Schema(name = "DeedName")
  record Name(String code, String title) {}

  @GetMapping
  @Operation(summary = "The newest entries of a day, at most 500, of somebody or of one kind")
  List<Line> entries(
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String deed,
      @RequestParam(defaultValue = "false") boolean open) {
    String query =
        """
        select e.*, l.seq is null and e.deed = 'emergency.begin' as open
        from audit.entry e left join audit.looked_into l on l.part = e.part and l.seq = e.seq
        where (:who = '' or e.who = :who) and (:deed = '' or e.deed = :deed)
          and (:allDays or e.at >= :from and e.at < :to)
          and (not :open or (e.deed = 'emergency.begin' and l.seq is null))
        order by e.at desc limit :most
        """;
    LocalDate from = day == null ? LocalDate.EPOCH : day;
    return jdbc.sql(query)
        .param("who", who)
        .param("deed", deed)
        .param("allDays", day == null)
        .param("from", start(from))
        .param("to", start(from.plusDays(1)))
        .param("open", open)
        .param("most", MOST)
        .query((row, n) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    String deed = row.getString("deed");
    return new Line(
        row.getInt("part"),
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"),
        row.getString("unit"),
        row.getString("role"),
        deed,
        Deed.titleOf(deed),
        row.getString("object"),
        row.getString("why"),
        row.getBoolean("done"),
        row.getBoolean("open"));
  }

  private Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
  }

  @GetMapping("/deeds")
  @Operation(summary = "The kinds of entries")
  List<Name> deeds() {
    return Arrays.stream(Deed.values()).map(deed -> new Name(deed.code(), deed.title())).toList();
  }

  @GetMapping("/heads")
  @Operation(summary = "The ends of the chains now")
  List<PublishedHeads.Head> heads() {
    return heads.heads();
  }

  @PostMapping("/check")
  @Operation(summary = "Goes through all chains and says what is wrong with them")
  CheckChains.Result check() throws IOException {
    return chains.check();
  }

  @PostMapping("/entries/{part}/{seq}/looked-into")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Keeps that an emergency was looked into")
  void lookedInto(@PathVariable int part, @PathVariable long seq) {
    String insert =
        """
        insert into audit.looked_into (part, seq, who, at)
        select part, seq, :who, :at from audit.entry
        where part = :part and seq = :seq and deed = 'emergency.begin'
        on conflict do nothing
        """;
    jdbc.sql(insert)
        .param("part", part)
        .param("seq", seq)
        .param("who", access.user().username())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }
}
