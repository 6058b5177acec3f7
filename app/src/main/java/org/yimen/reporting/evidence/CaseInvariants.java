package org.yimen.reporting.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Invariants 1, 2, 3 and 7: what the law asks of an application's way. */
final class CaseInvariants {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final EvidenceFiles files;
  private final Map<Long, List<JsonNode>> steps;

  CaseInvariants(EvidenceFiles files) {
    this.files = files;
    this.steps = byApplication(EvidenceKind.STEPS);
  }

  private Map<Long, List<JsonNode>> byApplication(EvidenceKind kind) {
    return files.all(kind).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.path("application").asLong(), TreeMap::new, Collectors.toList()));
  }

  private Map<String, JsonNode> byId(EvidenceKind kind) {
    Map<String, JsonNode> byId = new HashMap<>();
    files.each(kind, row -> byId.put(row.path("id").asString(), row));
    return byId;
  }

  private static @Nullable Instant instant(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isString() ? OffsetDateTime.parse(value.asString()).toInstant() : null;
  }

  private static boolean before(JsonNode one, String field, JsonNode other, String otherField) {
    Instant first = instant(one, field);
    Instant second = instant(other, otherField);
    return first != null && second != null && !first.isAfter(second);
  }

  Verdict determinationsRestOnInvestigations() {
    Verdict verdict = new Verdict(1, "每次认定都有完成的经济状况调查（两人入户、签字、核对）");
    Map<String, JsonNode> visits = byId(EvidenceKind.VISITS);
    Map<String, JsonNode> checks = byId(EvidenceKind.CHECKS);
    Set<Long> authorised = byApplication(EvidenceKind.AUTHORISATIONS).keySet();
    files.each(
        EvidenceKind.DETERMINATIONS,
        made -> {
          verdict.look();
          long id = made.path("id").asLong();
          long application = made.path("application").asLong();
          JsonNode visit = visits.get(made.path("visit").asString());
          JsonNode check = checks.get(made.path("check").asString());
          verdict.expect(isFinished(visit, made), "认定 %d 没有两人签字的入户", id);
          verdict.expect(isAnswered(check, made), "认定 %d 没有完成的信息核对", id);
          verdict.expect(authorised.contains(application), "认定 %d 没有核查授权", id);
        });
    decisionsRestOnDeterminations(verdict);
    return verdict;
  }

  private void decisionsRestOnDeterminations(Verdict verdict) {
    Map<String, JsonNode> made = byId(EvidenceKind.DETERMINATIONS);
    files.each(
        EvidenceKind.DECISIONS,
        decision -> {
          verdict.look();
          JsonNode of = made.get(decision.path("determination").asString());
          verdict.expect(
              of != null
                  && of.path("application").asLong() == decision.path("application").asLong()
                  && before(of, "madeAt", decision, "decidedAt"),
              "决定 %d 没有此前的认定",
              decision.path("id").asLong());
        });
  }

  private static boolean isFinished(@Nullable JsonNode visit, JsonNode made) {
    return visit != null
        && visit.path("application").asLong() == made.path("application").asLong()
        && visit.path("investigators").asInt() >= 2
        && visit.path("signed").asBoolean(false)
        && before(visit, "recordedAt", made, "madeAt");
  }

  private static boolean isAnswered(@Nullable JsonNode check, JsonNode made) {
    return check != null
        && check.path("application").asLong() == made.path("application").asLong()
        && check.path("passes").isBoolean()
        && before(check, "answeredAt", made, "madeAt");
  }

  Verdict everyApplicationIsTaken() {
    Verdict verdict = new Verdict(2, "每份申请都有回执，没有一份在受理时被拒绝");
    Set<Long> determined = byApplication(EvidenceKind.DETERMINATIONS).keySet();
    files.each(
        EvidenceKind.APPLICATIONS,
        one -> {
          verdict.look();
          long id = one.path("id").asLong();
          List<JsonNode> taken = steps.getOrDefault(id, List.of());
          String state = one.path("state").asString("");
          verdict.expect(
              !one.path("number").asString("").isEmpty()
                  && !taken.isEmpty()
                  && taken.get(0).path("step").asString().equals("register"),
              "申请 %d 没有回执或登记",
              id);
          verdict.expect(
              !state.equals("refused") && !state.equals("confirmed") || determined.contains(id),
              "申请 %d 未经认定就有决定",
              id);
          verdict.expect(
              !state.equals("ended")
                  || taken.stream().anyMatch(step -> step.path("step").asString().equals("accept")),
              "申请 %d 未经受理就被终止",
              id);
        });
    return verdict;
  }

  Verdict nothingIsConfirmedBeforeItHung() {
    Verdict verdict = new Verdict(3, "确认之前公示期满、异议都已答复");
    Map<Long, List<JsonNode>> notices = byApplication(EvidenceKind.NOTICES);
    Map<Long, List<JsonNode>> objections = byApplication(EvidenceKind.OBJECTIONS);
    files.each(
        EvidenceKind.DECISIONS,
        decision -> {
          if (decision.path("confirmed").asBoolean(false)) {
            verdict.look();
            long application = decision.path("application").asLong();
            Instant at = instant(decision, "decidedAt");
            LocalDate day = at == null ? LocalDate.MIN : LocalDate.ofInstant(at, CHINA);
            boolean hung =
                notices.getOrDefault(application, List.of()).stream()
                    .filter(one -> one.path("kind").asString().equals("proposed"))
                    .max(Comparator.comparingLong(one -> one.path("id").asLong()))
                    .filter(one -> LocalDate.parse(one.path("until").asString()).isBefore(day))
                    .isPresent();
            verdict.expect(hung, "申请 %d 在公示期满前确认", application);
            for (JsonNode objection : objections.getOrDefault(application, List.of())) {
              verdict.expect(
                  objection.path("settledOn").isString()
                      && !LocalDate.parse(objection.path("settledOn").asString()).isAfter(day),
                  "申请 %d 的异议没有答复就确认",
                  application);
            }
          }
        });
    return verdict;
  }

  Verdict nobodyIsInTwoCategories() {
    Verdict verdict = new Verdict(7, "任何人任何时候只在一个主类别");
    Set<String> decided = new HashSet<>(byId(EvidenceKind.DECISIONS).keySet());
    decided.addAll(byId(EvidenceKind.RECHECK_DECISIONS).keySet());
    Set<String> takenOver = byId(EvidenceKind.TAKEOVERS).keySet();
    files.each(
        EvidenceKind.RECOGNITIONS,
        row ->
            verdict.expect(
                row.path("decision").isNull()
                    ? takenOver.contains(row.path("application").asString())
                    : decided.contains(row.path("decision").asString()),
                "人员 %s 没有决定就在类别里",
                row.path("person").asString()));
    Map<String, List<JsonNode>> persons =
        files.all(EvidenceKind.RECOGNITIONS).stream()
            .collect(Collectors.groupingBy(row -> row.path("person").asString()));
    persons.forEach(
        (person, rows) -> {
          rows.sort(Comparator.comparing(row -> row.path("validFrom").asString()));
          for (int i = 0; i < rows.size(); i++) {
            verdict.look();
            String next = i + 1 < rows.size() ? rows.get(i + 1).path("validFrom").asString() : "";
            String until = rows.get(i).path("validTo").asString("9999-12-31");
            verdict.expect(next.isEmpty() || until.compareTo(next) <= 0, "人员 %s 同时在两个类别", person);
          }
        });
    return verdict;
  }
}
