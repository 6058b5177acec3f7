package org.yimen.casework.investigation;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.casework.form.FormAnswers;
import org.yimen.casework.merge.Same;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.platform.Problem;
import org.yimen.platform.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** A named person decides between two visits; what stands is changed in that one place. */
@Component
class SettleConflict {

  private static final ProblemType SETTLED =
      new ProblemType("conflict-settled", HttpStatus.CONFLICT, "差异已经裁定");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Conflicts conflicts;
  private final Visits visits;
  private final FormAnswers answers;
  private final TakeStep steps;
  private final Access access;

  SettleConflict(
      Conflicts conflicts, Visits visits, FormAnswers answers, TakeStep steps, Access access) {
    this.conflicts = conflicts;
    this.visits = visits;
    this.answers = answers;
    this.steps = steps;
    this.access = access;
  }

  Conflicts.Conflict of(long application, long id, ConflictController.Settlement asked) {
    Application locked = steps.lock(application, Step.VISIT);
    Conflicts.Kept kept = conflicts.find(application, id);
    if (kept == null) {
      throw notFound();
    }
    refuse(locked, kept);
    JsonNode value = value(kept.told(), asked);
    Visits.Visit standing = Objects.requireNonNull(visits.last(application));
    ObjectNode household = (ObjectNode) standing.standing().deepCopy();
    kept.place().put(answers.form(), household, value);
    if (asked.take().equals("other")) {
      answers.checkChange(standing.standing(), household);
    }
    if (!Same.of(household, standing.standing())) {
      visits.agree(standing.id(), household);
    }
    conflicts.settled(id, asked.take(), value, asked.because().strip());
    access.tell(Deed.CASE_STEP, "application:" + application, "裁定两次入户的差异");
    return Objects.requireNonNull(conflicts.find(application, id)).told();
  }

  private static Problem notFound() {
    return ProblemType.NOT_FOUND.because("这份申请没有这项差异，请刷新后查看。");
  }

  private void refuse(Application application, Conflicts.Kept kept) {
    if (!kept.told().isOpen()) {
      throw SETTLED.because("这项差异已由%s裁定，请刷新后查看。".formatted(kept.told().settledBy()));
    }
    if (application.state() != State.ACCEPTED) {
      throw SETTLED.because("这份申请现在是“%s”，不在调查核实阶段，差异不用再裁定。".formatted(application.state().title()));
    }
    if (!conflicts.settles(kept.toSettle())) {
      throw ProblemType.REFUSED.because("这项差异由%s裁定，请与其联系。".formatted(kept.told().toSettle()));
    }
  }

  private static JsonNode value(Conflicts.Conflict told, ConflictController.Settlement asked) {
    if (!asked.take().equals("other")) {
      return JSON.readTree(asked.take().equals("ours") ? told.ours() : told.theirs());
    }
    JsonNode value = asked.value();
    if (value == null || value instanceof NullNode) {
      throw ProblemType.INVALID_REQUEST.because("两边都不采用时，请填写应采用的内容。");
    }
    return value;
  }
}
