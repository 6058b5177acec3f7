package org.yimen.exchange.outward.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.exchange.outward.Packs;
import org.yimen.exchange.outward.UpstreamSystem;
import org.yimen.exchange.outward.UpstreamSystems;
import org.yimen.platform.ProblemType;

/**
 * Lays a receipt beside its pack: every row gets an answer, and whatever differs is listed for a
 * person. In the caller's transaction: whole or not at all.
 */
@Component
class LoadReceipt {

  static final ProblemType OTHER_PACK =
      new ProblemType("other-pack", HttpStatus.CONFLICT, "这份回执不是这一批的");

  private final Packs packs;
  private final PackRows rows;
  private final Differences differences;
  private final UpstreamSystems systems;
  private final JdbcClient jdbc;

  LoadReceipt(
      Packs packs,
      PackRows rows,
      Differences differences,
      UpstreamSystems systems,
      JdbcClient jdbc) {
    this.packs = packs;
    this.rows = rows;
    this.differences = differences;
    this.systems = systems;
    this.jdbc = jdbc;
  }

  /** Answers a locked pack. */
  @Transactional(propagation = Propagation.MANDATORY)
  void into(Packs.Pack pack, List<ReceiptLine> lines) {
    UpstreamSystem system = systems.get(pack.system());
    PackRows.All all = rows.of(pack.id(), system);
    refuseOther(pack, system, lines, all);
    Map<Long, String> answers = new HashMap<>();
    List<NewDifference> found = new ArrayList<>();
    for (ReceiptLine line : lines) {
      List<PackRows.Row> meant = all.meant(line);
      if (meant.isEmpty()) {
        found.add(NewDifference.unknown(pack, line));
      }
      for (PackRows.Row row : meant) {
        answer(row, line, answers, found);
      }
    }
    inherit(all, answers);
    for (PackRows.Row row : all.rows()) {
      if (!answers.containsKey(row.id())) {
        found.add(NewDifference.of(row, "missing", "", List.of("", "", "回执里没有这一行")));
      }
    }
    write(pack.id(), answers);
    differences.add(pack.id(), found);
  }

  /** Nothing of the receipt is taken where most of it isn't of this pack. */
  private void refuseOther(
      Packs.Pack pack, UpstreamSystem system, List<ReceiptLine> lines, PackRows.All all) {
    Set<String> named = new HashSet<>();
    lines.stream().map(ReceiptLine::pack).filter(one -> !one.isEmpty()).forEach(named::add);
    if (!named.isEmpty() && !named.contains(pack.number())) {
      throw OTHER_PACK.because(
          "回执写的是批次 %s，您选的是 %s。请打开批次 %1$s 载入。".formatted(String.join("、", named), pack.number()));
    }
    long hits = hits(lines, all);
    if (hits * 2 >= lines.size()) {
      return;
    }
    String better = better(pack, system, lines, hits);
    throw OTHER_PACK.because(
        "回执有 %d 行，只有 %d 行能在批次 %s 里找到。%s"
            .formatted(
                lines.size(),
                hits,
                pack.number(),
                better == null ? "请核对是不是别的系统或别的批次的回执。" : "它更像批次 " + better + " 的，请打开那一批载入。"));
  }

  private static long hits(List<ReceiptLine> lines, PackRows.All all) {
    return lines.stream().filter(line -> !all.meant(line).isEmpty()).count();
  }

  /** The number of the last packs' one that fits better; null for none. */
  private @Nullable String better(
      Packs.Pack pack, UpstreamSystem system, List<ReceiptLine> lines, long hits) {
    List<Packs.Pack> others =
        packs.lastOf(system.id()).stream().filter(one -> one.id() != pack.id()).toList();
    String best = null;
    long most = hits;
    for (Packs.Pack other : others) {
      long of = hits(lines, rows.of(other.id(), system));
      if (of > most) {
        most = of;
        best = other.number();
      }
    }
    return best;
  }

  private static void answer(
      PackRows.Row row, ReceiptLine line, Map<Long, String> answers, List<NewDifference> found) {
    switch (line.answer()) {
      case "accepted" -> {
        if (!"refused".equals(answers.get(row.id()))) {
          answers.put(row.id(), "accepted");
        }
        found.addAll(NewDifference.values(row, line));
      }
      case "refused" -> {
        answers.put(row.id(), "refused");
        found.add(NewDifference.of(row, "refused", "", List.of("", "", line.reason())));
      }
      default -> {
        answers.putIfAbsent(row.id(), "missing");
        found.add(NewDifference.of(row, "unclear", "", List.of("", "", line.reason())));
      }
    }
  }

  /**
   * Where a receipt names households only, their members got the same answer.
   *
   * <p>A head stands on both sheets and is found on both: only another member tells that members
   * are named.
   */
  private static void inherit(PackRows.All all, Map<Long, String> answers) {
    Map<String, String> ofFamily = new HashMap<>();
    Set<String> heads = new HashSet<>();
    for (PackRows.Row row : all.rows()) {
      if (!row.sheet().ofMembers()) {
        heads.add(row.number());
        String answer = answers.get(row.id());
        if (answer != null) {
          ofFamily.put(row.family(), answer);
        }
      }
    }
    boolean membersNamed =
        all.rows().stream()
            .filter(row -> row.sheet().ofMembers() && answers.containsKey(row.id()))
            .anyMatch(row -> !heads.contains(row.number()));
    if (!membersNamed) {
      for (PackRows.Row row : all.rows()) {
        String answer = ofFamily.get(row.family());
        if (row.sheet().ofMembers() && answer != null) {
          answers.putIfAbsent(row.id(), answer);
        }
      }
    }
  }

  private void write(long pack, Map<Long, String> answers) {
    List<Long> ids = List.copyOf(answers.keySet());
    jdbc.sql(
            """
            update exchange.outward_row r set answer = coalesce(a.answer, 'missing')
            from exchange.outward_row o
            left join unnest(:ids::bigint[], :answers::text[]) as a (id, answer) on a.id = o.id
            where o.pack = :pack and r.id = o.id
            """)
        .param("pack", pack)
        .param("ids", ids.toArray(Long[]::new))
        .param("answers", ids.stream().map(answers::get).toArray(String[]::new))
        .update();
  }

  /** All rows accepted, where the system gives no file. */
  @Transactional(propagation = Propagation.MANDATORY)
  void acceptAll(long pack) {
    jdbc.sql("update exchange.outward_row set answer = 'accepted' where pack = :pack")
        .param("pack", pack)
        .update();
  }
}
