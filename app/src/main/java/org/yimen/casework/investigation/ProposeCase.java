package org.yimen.casework.investigation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.form.FormAnswers;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.ProblemType;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/**
 * Determines all six categories together from what the investigation has found (一次申请、分类审核认定).
 * Without authorisations, an answered check and a visit there is nothing to determine from.
 */
@Component
public class ProposeCase {

  private static final ProblemType NOT_INVESTIGATED =
      new ProblemType("not-investigated", HttpStatus.CONFLICT, "调查尚未完成");

  private final EconomicChecks checks;
  private final Visits visits;
  private final FormAnswers answers;
  private final Determinations determinations;
  private final LawInForce inForce;
  private final CaseClocks clocks;

  ProposeCase(
      EconomicChecks checks,
      Visits visits,
      FormAnswers answers,
      Determinations determinations,
      LawInForce inForce,
      CaseClocks clocks) {
    this.checks = checks;
    this.visits = visits;
    this.answers = answers;
    this.determinations = determinations;
    this.inForce = inForce;
    this.clocks = clocks;
  }

  /** What an investigation is finished with. */
  private record Found(Visits.Visit visit, EconomicChecks.Check check) {}

  /**
   * The determination, kept.
   *
   * @throws org.yimen.platform.Problem not-investigated with everything that is still missing
   */
  public Determinations.Made of(Application application) {
    Found found = found(application);
    LawInForce.Edition law = inForce.edition();
    String asked =
        answers.caseFile(
            found.visit().answers(), application.number(), clocks.today(), application.area());
    try {
      Assessment assessment =
          Assessment.all(law.law(), "入户调查", asked.getBytes(StandardCharsets.UTF_8)).get(0);
      return determinations.keep(
          new Determinations.New(
              application.id(), found.visit().id(), found.check().id(), law, asked, assessment));
    } catch (BadFile e) {
      throw NOT_INVESTIGATED.because(
          e.problems().stream().map(Problem::message).collect(Collectors.joining("\n")));
    }
  }

  private Found found(Application application) {
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
    Set<String> signed = checks.authorisedBy(application.id());
    List<String> unsigned =
        answers.toAuthorise(visit.answers(), clocks.today()).stream()
            .filter(one -> !signed.contains((one.obligor() ? "obligor:" : "member:") + one.name()))
            .map(FormAnswers.Named::name)
            .distinct()
            .toList();
    return unsigned.isEmpty()
        ? ""
        : "以下成年家庭成员或义务人还没有签署核查授权：%s。请补签后再提出意见。".formatted(String.join("、", unsigned));
  }
}
