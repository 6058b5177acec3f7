package org.yimen.casework;

import static org.yimen.casework.State.ACCEPTED;
import static org.yimen.casework.State.AWAITING_PAPERS;
import static org.yimen.casework.State.AWAITING_SERVICE;
import static org.yimen.casework.State.CONFIRMED;
import static org.yimen.casework.State.DONE;
import static org.yimen.casework.State.ENDED;
import static org.yimen.casework.State.NOTICED;
import static org.yimen.casework.State.OBJECTED;
import static org.yimen.casework.State.ON_NOTICE;
import static org.yimen.casework.State.PROPOSED;
import static org.yimen.casework.State.RECEIVED;
import static org.yimen.casework.State.REFUSED;
import static org.yimen.casework.State.TAKEN_OVER;
import static org.yimen.casework.State.WITHDRAWN;
import static org.yimen.casework.State.WITH_DISTRICT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.identity.Permission;
import org.yimen.policy.facts.Coded;

/**
 * Everything that can happen to an application or a re-check: from which states, to which, who may
 * do it and the article that says so. There is no step that turns a family away at the door, and
 * none that leads to a decision but through an investigation. docs/spec/casework.md holds the same
 * table.
 */
public enum Step implements Coded {
  REGISTER("register", "登记申请", in(), to(RECEIVED), Permission.CASE_REGISTER, "民发〔2021〕57号 第四条、第十条"),
  TRANSFER(
      "transfer",
      "转有权受理的乡镇",
      in(RECEIVED),
      to(RECEIVED),
      Permission.CASE_ACCEPT,
      "民发〔2021〕57号 第五条、第六条"),
  ASK_PAPERS(
      "askPapers",
      "一次性告知补正",
      in(RECEIVED),
      to(AWAITING_PAPERS),
      Permission.CASE_ACCEPT,
      "民发〔2021〕57号 第十条"),
  PAPERS_IN(
      "papersIn",
      "材料补齐",
      in(AWAITING_PAPERS),
      to(RECEIVED),
      Permission.CASE_REGISTER,
      "民发〔2021〕57号 第十条"),
  ACCEPT("accept", "受理", in(RECEIVED), to(ACCEPTED), Permission.CASE_ACCEPT, "民发〔2021〕57号 第十条"),
  ASSIGN("assign", "派单", in(ACCEPTED), to(ACCEPTED), Permission.CASE_ASSIGN, "民发〔2021〕57号 第十六条"),
  AUTHORISE(
      "authorise",
      "登记核查授权",
      in(ACCEPTED),
      to(ACCEPTED),
      Permission.CASE_INVESTIGATE,
      "民发〔2021〕57号 第九条"),
  ASK_CHECK(
      "askCheck", "提请信息核对", in(ACCEPTED), to(ACCEPTED), Permission.CASE_ACCEPT, "民发〔2021〕57号 第十七条"),
  START_CHECK(
      "startCheck",
      "启动信息核对",
      in(ACCEPTED),
      to(ACCEPTED),
      Permission.CASE_CHECK,
      "民发〔2021〕57号 第十七条"),
  ANSWER_CHECK(
      "answerCheck",
      "出具核对报告",
      in(ACCEPTED),
      to(ACCEPTED),
      Permission.CASE_CHECK,
      "民发〔2021〕57号 第十七条"),
  TELL_CHECK(
      "tellCheck",
      "告知核对结果",
      in(ACCEPTED),
      to(ACCEPTED),
      Permission.CASE_INVESTIGATE,
      "民发〔2021〕57号 第十八条"),
  VISIT(
      "visit", "入户调查", in(ACCEPTED), to(ACCEPTED), Permission.CASE_INVESTIGATE, "民发〔2021〕57号 第十六条"),
  PROPOSE(
      "propose", "提出初审意见", in(ACCEPTED), to(PROPOSED), Permission.CASE_ACCEPT, "民发〔2021〕57号 第十九条"),
  PUBLISH("publish", "公示", in(PROPOSED), to(ON_NOTICE), Permission.CASE_ACCEPT, "民发〔2021〕57号 第十九条"),
  OBJECT(
      "object", "收到异议", in(ON_NOTICE), to(OBJECTED), Permission.CASE_REGISTER, "民发〔2021〕57号 第十九条"),
  ASSESS(
      "assess",
      "民主评议",
      in(OBJECTED),
      to(OBJECTED),
      Permission.CASE_INVESTIGATE,
      "民发〔2021〕57号 第十九条"),
  SETTLE(
      "settle",
      "答复异议",
      in(OBJECTED),
      to(OBJECTED, ON_NOTICE, ACCEPTED),
      Permission.CASE_ACCEPT,
      "民发〔2021〕57号 第十九条"),
  CLOSE_NOTICE("closeNotice", "公示期满", in(ON_NOTICE), to(NOTICED), null, "民发〔2021〕57号 第十九条"),
  REVIEW(
      "review",
      "乡镇审核",
      in(NOTICED, PROPOSED),
      to(WITH_DISTRICT),
      Permission.CASE_REVIEW,
      "民发〔2021〕57号 第十九条"),
  DISTRICT_VISIT(
      "districtVisit",
      "区级入户调查",
      in(WITH_DISTRICT),
      to(WITH_DISTRICT),
      Permission.CASE_CHECK,
      "民发〔2021〕57号 第二十条"),
  SEND_BACK(
      "sendBack",
      "退回补充调查",
      in(WITH_DISTRICT),
      to(ACCEPTED),
      Permission.CASE_DECIDE,
      "民发〔2021〕57号 第二十条"),
  CONFIRM(
      "confirm",
      "确认",
      in(WITH_DISTRICT),
      to(CONFIRMED),
      Permission.CASE_DECIDE,
      "民发〔2021〕57号 第二十条"),
  REFUSE(
      "refuse",
      "不予确认",
      in(WITH_DISTRICT),
      to(REFUSED),
      Permission.CASE_DECIDE,
      "民发〔2021〕57号 第二十一条"),
  SERVE(
      "serve",
      "送达决定",
      in(CONFIRMED, REFUSED),
      to(CONFIRMED, REFUSED),
      Permission.CASE_INVESTIGATE,
      "民发〔2021〕57号 第二十一条"),
  LENGTHEN("lengthen", "延长时限", open(), open(), Permission.CASE_ACCEPT, "民发〔2021〕57号 第二十二条"),
  WITHDRAW("withdraw", "申请人撤回", open(), to(WITHDRAWN), Permission.CASE_REGISTER, "社会救助暂行办法 第四条"),
  END("end", "因不配合终止", in(ACCEPTED), to(ENDED), Permission.CASE_REVIEW, "民发〔2021〕57号 第二十九条"),
  TAKE_OVER("takeOver", "名册接续", in(), to(TAKEN_OVER), Permission.CASE_REVIEW, "区方案 三（二）"),
  OPEN_RECHECK(
      "openRecheck", "开展复核", in(), to(ACCEPTED), Permission.CASE_REGISTER, "民发〔2021〕57号 第三十一条"),
  ADJUST("adjust", "调标", in(), to(DONE), Permission.CASE_DECIDE, "社会救助暂行办法 第十条"),
  CANCEL_RECHECK(
      "cancelRecheck",
      "撤销误开的复核",
      in(ACCEPTED),
      to(WITHDRAWN),
      Permission.CASE_REVIEW,
      "民发〔2021〕57号 第三十一条"),
  PROPOSE_CHANGE(
      "proposeChange",
      "提出复核意见",
      in(ACCEPTED),
      to(PROPOSED),
      Permission.CASE_ACCEPT,
      "民发〔2021〕57号 第三十二条"),
  PUBLISH_ENDING(
      "publishEnding",
      "公示拟终止供养",
      in(PROPOSED),
      to(ON_NOTICE),
      Permission.CASE_ACCEPT,
      "民发〔2021〕43号 第二十五条至第二十七条"),
  REVIEW_CHANGE(
      "reviewChange",
      "审核复核意见",
      in(PROPOSED, NOTICED),
      to(WITH_DISTRICT),
      Permission.CASE_REVIEW,
      "民发〔2021〕57号 第三十二条"),
  DECIDE_CHANGE(
      "decideChange",
      "作出复核决定",
      in(WITH_DISTRICT),
      to(AWAITING_SERVICE, DONE),
      Permission.CASE_DECIDE,
      "民发〔2021〕57号 第三十二条"),
  SERVE_CHANGE(
      "serveChange",
      "送达复核决定",
      in(AWAITING_SERVICE),
      to(DONE),
      Permission.CASE_INVESTIGATE,
      "社会救助暂行办法 第十三条"),
  REVERSE_CHANGE(
      "reverseChange",
      "撤销减发、停发决定",
      in(DONE),
      to(DONE),
      Permission.CASE_DECIDE,
      "民发〔2021〕57号 第三十二条");

  private final String code;
  private final String title;
  private final Set<State> from;
  private final Set<State> to;
  private final @Nullable Permission permission;
  private final String basis;

  Step(
      String code,
      String title,
      Set<State> from,
      Set<State> to,
      @Nullable Permission permission,
      String basis) {
    this.code = code;
    this.title = title;
    this.from = Collections.unmodifiableSet(from);
    this.to = Collections.unmodifiableSet(to);
    this.permission = permission;
    this.basis = basis;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** The states in which it can happen; empty: it begins an application. */
  public Set<State> from() {
    return from;
  }

  public Set<State> to() {
    return to;
  }

  /** Who may do it; null: the program does, when the time has come. */
  public @Nullable Permission permission() {
    return permission;
  }

  /** Document and article. */
  public String basis() {
    return basis;
  }

  /** Whether it is a step of applications, or of re-checks; an investigation is one of both. */
  public boolean isOf(Application.Kind kind) {
    return switch (this) {
      case ASSIGN,
          AUTHORISE,
          ASK_CHECK,
          START_CHECK,
          ANSWER_CHECK,
          TELL_CHECK,
          VISIT,
          DISTRICT_VISIT ->
          kind != Application.Kind.TAKEN_OVER;
      case OBJECT, ASSESS, SETTLE, CLOSE_NOTICE, SEND_BACK -> kind != Application.Kind.TAKEN_OVER;
      case TAKE_OVER -> kind == Application.Kind.TAKEN_OVER;
      default ->
          kind != Application.Kind.TAKEN_OVER
              && (kind == Application.Kind.RECHECK) == (ordinal() >= OPEN_RECHECK.ordinal());
    };
  }

  private static Set<State> in(State... states) {
    EnumSet<State> set = EnumSet.noneOf(State.class);
    Collections.addAll(set, states);
    return set;
  }

  private static Set<State> to(State... states) {
    return in(states);
  }

  private static Set<State> open() {
    EnumSet<State> set = EnumSet.allOf(State.class);
    set.removeIf(state -> state.isOver() || state == AWAITING_SERVICE);
    return set;
  }
}
