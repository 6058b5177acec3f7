package org.yimen.casework.investigation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.form.FormAnswers;
import org.yimen.platform.ProblemType;

/** What a determination is made from; refused with everything that is still missing. */
@Component
class FinishedInvestigation {

  static final ProblemType NOT_INVESTIGATED =
      new ProblemType("not-investigated", HttpStatus.CONFLICT, "调查尚未完成");

  private final EconomicChecks checks;
  private final Visits visits;
  private final Conflicts conflicts;
  private final FormAnswers answers;
  private final CaseClocks clocks;

  FinishedInvestigation(
      EconomicChecks checks,
      Visits visits,
      Conflicts conflicts,
      FormAnswers answers,
      CaseClocks clocks) {
    this.checks = checks;
    this.visits = visits;
    this.conflicts = conflicts;
    this.answers = answers;
    this.clocks = clocks;
  }

  /** What an investigation is finished with. */
  record Found(Visits.Visit visit, EconomicChecks.Check check) {}

  Found of(Application application) {
    EconomicChecks.Check check = checks.last(application.id());
    Visits.Visit visit = visits.last(application.id());
    String missing = missing(application, check, visit);
    if (!missing.isEmpty() || check == null || visit == null) {
      throw NOT_INVESTIGATED.because(missing);
    }
    return new Found(visit, check);
  }

  private String missing(
      Application application, EconomicChecks.@Nullable Check check, Visits.@Nullable Visit visit) {
    if (visit == null) {
      return "还没有入户调查。未经入户调查（两人、签字）不得提出意见，请先登记入户。";
    }
    if (check == null || check.passes() == null) {
      return "信息核对还没有结果。请先提请核对，等区级出具报告。";
    }
    if (!check.passes() && check.toldOn() == null) {
      return "核对发现不符合规定的信息，须先告知家庭并听取说明，再提出意见。";
    }
    String differ = differ(application, visit);
    if (!differ.isEmpty()) {
      return differ;
    }
    Set<String> signed = checks.authorisedBy(application.id());
    List<String> unsigned =
        answers.toAuthorise(visit.standing(), clocks.today()).stream()
            .filter(one -> !signed.contains((one.obligor() ? "obligor:" : "member:") + one.name()))
            .map(FormAnswers.Named::name)
            .distinct()
            .toList();
    return unsigned.isEmpty()
        ? ""
        : "以下成年家庭成员或义务人还没有签署核查授权：%s。请补签后再提出意见。".formatted(String.join("、", unsigned));
  }

  /** Two visits that contradict each other, or answers that the form does not allow. */
  private String differ(Application application, Visits.Visit visit) {
    List<Conflicts.Conflict> open = conflicts.open(application.id());
    if (!open.isEmpty()) {
      return "有 %d 项前后填写不一致（%s），须由%s裁定后才能提出意见。"
          .formatted(
              open.size(),
              open.stream()
                  .map(Conflicts.Conflict::title)
                  .distinct()
                  .collect(Collectors.joining("、")),
              open.get(0).toSettle());
    }
    List<String> wrong = answers.wrong(visit.standing());
    return wrong.isEmpty()
        ? ""
        : "%s，请在窗口重新登记一次入户（已带出填过的内容）并改正：\n%s"
            .formatted(
                visit.outcome().agreed() == null ? "入户填写的以下内容不可能" : "两次入户合并后，以下内容前后不符",
                String.join("\n", wrong));
  }
}
