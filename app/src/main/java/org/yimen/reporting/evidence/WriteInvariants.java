package org.yimen.reporting.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Invariants 8 and 9: nothing that was acknowledged is lost, nothing is done twice. */
final class WriteInvariants {

  /** Steps that an application takes once in its life. */
  private static final Set<String> ONCE =
      Set.of("register", "accept", "confirm", "refuse", "withdraw", "end");

  private final EvidenceFiles files;

  WriteInvariants(EvidenceFiles files) {
    this.files = files;
  }

  Verdict nothingAcknowledgedIsLost(Set<String> acknowledged) {
    String title = "有回执的写入都在";
    if (acknowledged.isEmpty()) {
      return Verdict.notKept(8, title + "（没有给出回执清单 --acknowledged）");
    }
    Verdict verdict = new Verdict(8, title);
    Set<String> kept = new HashSet<>();
    files.each(
        EvidenceKind.APPLICATIONS, row -> kept.add("application:" + row.path("number").asString()));
    files.each(EvidenceKind.VISITS, row -> kept.add("visit:" + row.path("id").asString()));
    files.each(EvidenceKind.DELIVERIES, row -> kept.add("delivery:" + row.path("id").asString()));
    for (String one : acknowledged) {
      verdict.look();
      verdict.expect(kept.contains(one), "%s 有回执，但不在证据中", one);
    }
    return verdict;
  }

  Verdict nothingIsDoneTwice() {
    Verdict verdict = new Verdict(9, "没有一件事办了两次");
    unique(verdict, EvidenceKind.APPLICATIONS, "number", "受理编号");
    unique(verdict, EvidenceKind.VISITS, "id", "入户");
    unique(verdict, EvidenceKind.DECISIONS, "application", "决定");
    unique(verdict, EvidenceKind.DETERMINATIONS, "id", "认定");
    unique(verdict, EvidenceKind.RECHECKS, "number", "受理编号");
    follow(verdict, EvidenceKind.STEPS, "application");
    follow(verdict, EvidenceKind.RECHECK_STEPS, "recheck");
    return verdict;
  }

  /** Each step begins where the one before it ended, and those that happen once happen once. */
  private void follow(Verdict verdict, EvidenceKind kind, String of) {
    Map<Long, String> state = new HashMap<>();
    Map<Long, Set<String>> done = new HashMap<>();
    files.each(
        kind,
        step -> {
          verdict.look();
          long subject = step.path(of).asLong();
          String name = step.path("step").asString("");
          boolean first = done.computeIfAbsent(subject, none -> new HashSet<>()).add(name);
          verdict.expect(first || !ONCE.contains(name), "申请 %d 的“%s”办了两次", subject, name);
          String before = state.put(subject, step.path("toState").asString(""));
          verdict.expect(
              before == null || before.equals(step.path("fromState").asString("")),
              "申请 %d 的步骤 %s 不从前一步的状态开始",
              subject,
              name);
        });
  }

  private void unique(Verdict verdict, EvidenceKind kind, String field, String what) {
    Set<String> met = new HashSet<>();
    List<JsonNode> rows = files.all(kind);
    for (JsonNode row : rows) {
      verdict.look();
      String value = row.path(field).asString("");
      verdict.expect(met.add(value), "%s %s 重复", what, value);
    }
  }
}
