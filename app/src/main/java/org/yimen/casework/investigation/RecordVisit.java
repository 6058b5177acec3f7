package org.yimen.casework.investigation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.platform.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a visit: once, merged with what came in since it began; one that comes after the
 * investigation is kept too and decides nothing.
 */
@Component
class RecordVisit {

  private static final ProblemType OTHER_VISIT =
      new ProblemType("other-visit", HttpStatus.CONFLICT, "编号已用于另一次入户");
  private static final Set<State> BEFORE =
      EnumSet.of(State.RECEIVED, State.AWAITING_PAPERS, State.ACCEPTED);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Visits visits;
  private final Downloads downloads;
  private final MergeVisit merge;
  private final CheckVisit check;
  private final TakeStep steps;
  private final CaseClocks clocks;

  RecordVisit(
      Visits visits,
      Downloads downloads,
      MergeVisit merge,
      CheckVisit check,
      TakeStep steps,
      CaseClocks clocks) {
    this.visits = visits;
    this.downloads = downloads;
    this.merge = merge;
    this.check = check;
    this.steps = steps;
    this.clocks = clocks;
  }

  /**
   * What became of it.
   *
   * @param merged null where it was known before or came late
   */
  record Kept(Visits.Visit visit, boolean knownBefore, MergeVisit.@Nullable Result merged) {}

  Kept of(long id, VisitController.NewVisit asked) {
    Step step = asked.kind().equals("district") ? Step.DISTRICT_VISIT : Step.VISIT;
    Application application = steps.lock(id, step);
    Visits.Visit before = visits.find(asked.id());
    if (before != null) {
      return again(id, asked, before);
    }
    boolean late = step == Step.VISIT && !BEFORE.contains(application.state());
    if (!late) {
      steps.begin(id, step);
    }
    check.refuseImpossible(application, asked);
    return late ? late(id, asked) : inTime(application, step, asked);
  }

  private static Kept again(long id, VisitController.NewVisit asked, Visits.Visit before) {
    if (before.application() != id || !before.sent().equals(asked.household())) {
      throw OTHER_VISIT.because("编号 %s 已用于另一次入户。请在手机上新建一次入户再发送。".formatted(asked.id()));
    }
    return new Kept(before, true, null);
  }

  private Kept inTime(Application application, Step step, VisitController.NewVisit asked) {
    MergeVisit.Result merged =
        merge.of(application.id(), asked.visitedAt(), asked.download(), asked.household());
    Visits.Visit visit = kept(application.id(), asked, merged.outcome());
    steps.done(application, step, application.state(), String.join("、", visit.investigators()));
    clocks.stop(application, Limits.INVESTIGATION);
    return new Kept(visit, false, merged);
  }

  private Kept late(long id, VisitController.NewVisit asked) {
    Visits.Outcome late = new Visits.Outcome(null, asked.visitedAt(), false, true);
    return new Kept(kept(id, asked, late), false, null);
  }

  private Visits.Visit kept(long id, VisitController.NewVisit asked, Visits.Outcome outcome) {
    Visits.Visit visit =
        new Visits.Visit(
            asked.id(),
            id,
            asked.kind(),
            asked.visitedAt(),
            asked.place() == null ? "" : asked.place().strip(),
            asked.investigators().stream().map(String::strip).distinct().toList(),
            asked.signedBy().strip(),
            asked.formVersion(),
            asked.household(),
            asked.note() == null ? "" : asked.note().strip(),
            downloads.known(id, asked.download()),
            particulars(asked),
            outcome,
            visits.recorded());
    if (!visits.keep(visit)) {
      throw OTHER_VISIT.because("编号 %s 已用于另一次入户。请在手机上新建一次入户再发送。".formatted(asked.id()));
    }
    return visit;
  }

  private static @Nullable JsonNode particulars(VisitController.NewVisit asked) {
    boolean any = asked.location() != null || !asked.signed().isEmpty();
    return any || !asked.pictures().isEmpty()
        ? JSON.valueToTree(
            new VisitController.Particulars(asked.location(), asked.signed(), asked.pictures()))
        : null;
  }
}
