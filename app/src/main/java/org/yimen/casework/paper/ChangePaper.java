package org.yimen.casework.paper;

import org.yimen.casework.recheck.ChangeNotice;

/** 停发、减发、渐退等告知书 (民发〔2021〕57号 第三十二条, 社会救助暂行办法 第十三条): what a re-check decided, and why. */
final class ChangePaper {

  private ChangePaper() {}

  static Draft of(ChangeNotice.Content content) {
    Draft draft = new Draft(content.title());
    draft.plain(content.addressee() + "：");
    content.sentences().forEach(draft::body);
    draft.heading("理由和依据（%s）".formatted(content.basis()));
    int number = 1;
    for (String reason : content.reasons()) {
      draft.body("%d．%s".formatted(number++, reason));
    }
    draft.heading("救济途径");
    draft.body(content.remedies());
    draft.seal(content.decidedBy() + "（盖章）", Phrases.day(content.decidedOn()));
    DecisionPaper.served(
        draft, content.servedOn() == null ? Phrases.DAY : Phrases.day(content.servedOn()));
    return draft;
  }
}
