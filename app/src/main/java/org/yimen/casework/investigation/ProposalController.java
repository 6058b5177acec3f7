package org.yimen.casework.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/** The township's opinion on a family: what the law gives of what was found. */
@RestController
class ProposalController {

  private final ProposeCase propose;
  private final Applications applications;
  private final TakeStep steps;
  private final CaseClocks clocks;

  ProposalController(
      ProposeCase propose, Applications applications, TakeStep steps, CaseClocks clocks) {
    this.propose = propose;
    this.applications = applications;
    this.steps = steps;
    this.clocks = clocks;
  }

  /** The category found, the members who count, and fen a month. */
  @Schema(name = "CaseProposal")
  record Proposal(long determination, String category, int persons, long monthlyFen) {}

  @PostMapping("/api/v1/applications/{id}/proposal")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(
      summary = "Determines all categories from what was found and proposes the result",
      description = "Refused with everything that the investigation still lacks")
  Proposal propose(@PathVariable long id) {
    Application application = steps.begin(id, Step.PROPOSE);
    Determinations.Made made = propose.of(application);
    Category category = made.found();
    if (category == Category.UNKNOWN) {
      throw ProblemType.INVALID_REQUEST.because("按已填内容还不能判断属于哪一类，请补充入户调查：缺少的内容见认定依据。");
    }
    applications.proposed(id, category);
    steps.done(application, Step.PROPOSE, State.PROPOSED, category.title());
    clocks.replace(
        application, Limits.whole(application.family().appliedFor()), Limits.whole(category));
    return new Proposal(made.id(), made.category(), made.persons(), made.monthlyFen());
  }
}
