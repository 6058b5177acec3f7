package org.yimen.casework.investigation;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.form.FormAnswers;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/**
 * Determines all six categories together from what the investigation has found (一次申请、分类审核认定).
 * Without authorisations, an answered check and a visit there is nothing to determine from.
 */
@Component
public class ProposeCase {

  private final FinishedInvestigation investigation;
  private final FormAnswers answers;
  private final Determinations determinations;
  private final LawInForce inForce;
  private final CaseClocks clocks;

  ProposeCase(
      FinishedInvestigation investigation,
      FormAnswers answers,
      Determinations determinations,
      LawInForce inForce,
      CaseClocks clocks) {
    this.investigation = investigation;
    this.answers = answers;
    this.determinations = determinations;
    this.inForce = inForce;
    this.clocks = clocks;
  }

  /**
   * The determination, kept.
   *
   * @throws org.yimen.platform.Problem not-investigated with everything that is still missing
   */
  public Determinations.Made of(Application application) {
    FinishedInvestigation.Found found = investigation.of(application);
    LawInForce.Edition law = inForce.edition();
    String asked =
        answers.caseFile(
            found.visit().standing(), application.number(), clocks.today(), application.area());
    try {
      Assessment assessment =
          Assessment.all(law.law(), "入户调查", asked.getBytes(StandardCharsets.UTF_8)).get(0);
      return determinations.keep(
          new Determinations.New(
              application.id(), found.visit().id(), found.check().id(), law, asked, assessment));
    } catch (BadFile e) {
      throw FinishedInvestigation.NOT_INVESTIGATED.because(
          e.problems().stream().map(Problem::message).collect(Collectors.joining("\n")));
    }
  }
}
