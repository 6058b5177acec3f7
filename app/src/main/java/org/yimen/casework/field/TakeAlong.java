package org.yimen.casework.field;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.investigation.Downloads;
import org.yimen.platform.ProblemType;

/** Hands out what is known of families, and keeps what was handed out as the basis of the merge. */
@Component
class TakeAlong {

  private static final ProblemType GONE_ON =
      new ProblemType("not-to-visit", HttpStatus.CONFLICT, "已不在调查核实阶段");

  private final CaseHeads heads;
  private final Prefill prefill;
  private final Downloads downloads;
  private final CaseClocks clocks;
  private final Clock clock;

  TakeAlong(CaseHeads heads, Prefill prefill, Downloads downloads, CaseClocks clocks, Clock clock) {
    this.heads = heads;
    this.prefill = prefill;
    this.downloads = downloads;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** A family with the id of its download. */
  record Handed(CaseHeads.Head head, Answers answers, UUID download) {}

  /** All that was handed out, at what time and until which day it may be kept. */
  record All(Instant at, LocalDate keepUntil, List<Handed> families) {}

  /**
   * Those of families that wait for a visit; a problem where one of them does not, or isn't there.
   */
  All toVisit(Collection<Long> ids, String purpose) {
    List<CaseHeads.Head> found = found(ids);
    List<String> others =
        found.stream()
            .filter(head -> !head.state().equals(State.ACCEPTED.code()))
            .map(CaseHeads.Head::number)
            .toList();
    if (!others.isEmpty()) {
      throw GONE_ON.because("%s 已不在调查核实阶段，请刷新列表后重新选择。".formatted(String.join("、", others)));
    }
    return hand(found, purpose);
  }

  /** What is known of a family, without being handed out. */
  record Known(CaseHeads.Head head, Answers answers) {}

  Known known(long id) {
    List<CaseHeads.Head> heads = found(List.of(id));
    return new Known(heads.get(0), java.util.Objects.requireNonNull(prefill.of(heads).get(id)));
  }

  /** One, whatever its state. */
  Handed one(long id, String purpose) {
    return hand(found(List.of(id)), purpose).families().get(0);
  }

  private List<CaseHeads.Head> found(Collection<Long> ids) {
    List<CaseHeads.Head> found = heads.of(ids);
    if (found.size() < ids.stream().distinct().count()) {
      throw ProblemType.NOT_FOUND.because("没有这份申请，或不在您的管辖范围内。请返回列表重新选择。");
    }
    return found;
  }

  private All hand(List<CaseHeads.Head> found, String purpose) {
    Instant now = clock.instant();
    LocalDate today = clocks.today();
    LocalDate until =
        found.stream()
            .map(CaseHeads.Head::area)
            .distinct()
            .map(area -> clocks.end(Limits.FIELD_DATA, area, today))
            .filter(java.util.Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(today);
    Downloads.Taken taken = new Downloads.Taken(purpose, now, until);
    Map<Long, Answers> known = prefill.of(found);
    List<Handed> families = new ArrayList<>();
    for (CaseHeads.Head head : found) {
      Answers answers = java.util.Objects.requireNonNull(known.get(head.id()));
      UUID download =
          downloads.keep(
              head.id(), taken, new Downloads.Begun(answers.household(), answers.kept()));
      families.add(new Handed(head, answers, download));
    }
    return new All(now, until, families);
  }
}
