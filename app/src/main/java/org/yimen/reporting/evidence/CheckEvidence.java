package org.yimen.reporting.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The nine invariants, looked for in an export and nowhere else. */
final class CheckEvidence {

  private final EvidenceFiles files;
  private final Set<String> acknowledged;

  /**
   * @param acknowledged what a client got a receipt for, as {@code application:<number>} and {@code
   *     visit:<id>}; empty: none was kept
   */
  CheckEvidence(EvidenceFiles files, Set<String> acknowledged) {
    this.files = files;
    this.acknowledged = acknowledged;
  }

  List<Verdict> verdicts() {
    CaseInvariants cases = new CaseInvariants(files);
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(cases.determinationsRestOnInvestigations());
    verdicts.add(cases.everyApplicationIsTaken());
    verdicts.add(cases.nothingIsConfirmedBeforeItHung());
    verdicts.add(new AuditInvariant(files).chainsAreWhole());
    verdicts.add(Verdict.notKept(5, "每件转介办结，或者对责任单位和家庭显示逾期"));
    verdicts.add(new MoneyInvariant(files).nothingIsOwedTwice());
    verdicts.add(cases.nobodyIsInTwoCategories());
    verdicts.add(new WriteInvariants(files).nothingAcknowledgedIsLost(acknowledged));
    verdicts.add(new WriteInvariants(files).nothingIsDoneTwice());
    return verdicts;
  }
}
