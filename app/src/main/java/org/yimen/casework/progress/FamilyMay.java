package org.yimen.casework.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.State;

/**
 * What a family can do next in each state, with the article; the page says it in words ({@code
 * pub.may} of the messages).
 */
enum FamilyMay {
  SUPPLEMENT("supplement", "民发〔2021〕57号 第十条"),
  BRING_PAPERS("bringPapers", "民发〔2021〕57号 第十条"),
  COOPERATE("cooperate", "民发〔2021〕57号 第九条"),
  CONTEST_CHECK("contestCheck", "民发〔2021〕57号 第十八条"),
  OBJECT("object", "民发〔2021〕57号 第十九条"),
  TELL_CHANGES("tellChanges", "社会救助暂行办法 第十三条"),
  FETCH_DECISION("fetchDecision", "民发〔2021〕57号 第二十一条"),
  RECONSIDER("reconsider", "社会救助暂行办法 第六十五条；行政复议法 第二十条"),
  SUE("sue", "社会救助暂行办法 第六十五条；行政诉讼法 第四十六条"),
  APPLY_AGAIN("applyAgain", "民发〔2021〕57号 第四条"),
  TEMPORARY_AID("temporaryAid", "社会救助暂行办法 第四十七条"),
  WITHDRAW("withdraw", "社会救助暂行办法 第四条"),
  COMPLAIN("complain", "民发〔2021〕57号 第三十七条");

  private static final int DAYS_TO_RECONSIDER = 60;
  private static final int MONTHS_TO_SUE = 6;

  private final String code;
  private final String basis;

  FamilyMay(String code, String basis) {
    this.code = code;
    this.basis = basis;
  }

  /** One thing; the last day where it has one. */
  record Now(String what, String basis, @Nullable LocalDate until) {}

  /**
   * Where a case stands.
   *
   * @param recheck of a family that is recognised: nobody withdraws it
   * @param contestable an information check found something and the family was told
   * @param noticeUntil of what is proposed and hangs now
   * @param servedOn when the decision reached the family
   */
  record Stand(
      State state,
      boolean recheck,
      boolean contestable,
      @Nullable LocalDate noticeUntil,
      @Nullable LocalDate servedOn) {}

  static List<Now> of(Stand stand, LocalDate today) {
    List<Now> all = new ArrayList<>();
    switch (stand.state()) {
      case RECEIVED -> add(all, SUPPLEMENT);
      case AWAITING_PAPERS -> add(all, BRING_PAPERS);
      case ACCEPTED -> add(all, COOPERATE, SUPPLEMENT);
      case ON_NOTICE, OBJECTED -> {
        if (stand.noticeUntil() != null) {
          all.add(OBJECT.until(stand.noticeUntil()));
        }
      }
      case CONFIRMED -> decided(all, stand, today, TELL_CHANGES);
      case REFUSED -> decided(all, stand, today, APPLY_AGAIN, TEMPORARY_AID);
      case AWAITING_SERVICE -> add(all, FETCH_DECISION);
      case DONE -> decided(all, stand, today, TELL_CHANGES);
      case WITHDRAWN, ENDED -> add(all, APPLY_AGAIN, TEMPORARY_AID);
      default -> {}
    }
    if (stand.contestable() && stand.state() == State.ACCEPTED) {
      add(all, CONTEST_CHECK);
    }
    if (!stand.state().isOver()) {
      add(all, TELL_CHANGES);
    }
    if (!stand.state().isOver() && !stand.recheck()) {
      add(all, WITHDRAW);
    }
    add(all, COMPLAIN);
    return all;
  }

  private static void decided(List<Now> all, Stand stand, LocalDate today, FamilyMay... then) {
    LocalDate served = stand.servedOn();
    if (served == null) {
      add(all, FETCH_DECISION);
      return;
    }
    add(all, then);
    LocalDate reconsider = served.plusDays(DAYS_TO_RECONSIDER);
    LocalDate sue = served.plusMonths(MONTHS_TO_SUE);
    if (!today.isAfter(reconsider)) {
      all.add(RECONSIDER.until(reconsider));
    }
    if (!today.isAfter(sue)) {
      all.add(SUE.until(sue));
    }
  }

  private static void add(List<Now> all, FamilyMay... more) {
    for (FamilyMay one : more) {
      all.add(one.until(null));
    }
  }

  private Now until(@Nullable LocalDate until) {
    return new Now(code, basis, until);
  }
}
