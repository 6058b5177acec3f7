package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.Standing;
import org.yimen.casework.standing.Standings;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/** Begins the re-check of a family for a cause that somebody names. */
@Component
class BeginRecheck {

  private final Standings standings;
  private final OpenRechecks open;
  private final Applications applications;
  private final JobShare share;
  private final CaseClocks clocks;
  private final Access access;

  BeginRecheck(
      Standings standings,
      OpenRechecks open,
      Applications applications,
      JobShare share,
      CaseClocks clocks,
      Access access) {
    this.standings = standings;
    this.open = open;
    this.applications = applications;
    this.share = share;
    this.clocks = clocks;
    this.access = access;
  }

  /** The case in which it is dealt with; what is wrong is told before anything is written. */
  long of(long standing, OpenRechecks.Why why) {
    Standing now = standings.lock(standing);
    refuseOver(now);
    refuseWrongDays(why);
    if (why.cause() == Cause.JOB_REFUSAL) {
      refuseTooFew(why.refusals(), share.limit(now.area()));
    }
    List<Award.Person> people = standings.people(standing, dayOfInterest(now));
    if (why.cause().isOfOne() && people.stream().noneMatch(one -> one.key().equals(why.person()))) {
      throw ProblemType.INVALID_REQUEST.because("请从这户现在享受救助的成员中选择是谁。");
    }
    refuseOtherCategory(now, people, why.cause());
    CurrentUser user = access.user();
    long id =
        open.of(List.of(standing), why, new OpenRechecks.Opener(user.username(), user.unit()))
            .get(0);
    Application application = applications.get(id);
    String limit = why.cause().limit();
    if (limit != null && why.cause() != Cause.DUE) {
      LocalDate since = why.happenedOn() == null ? clocks.today() : why.happenedOn();
      clocks.start(application, limit, since);
    }
    access.tell(Deed.CASE_STEP, "application:" + id, why.cause().title());
    return id;
  }

  private void refuseOver(Standing now) {
    if (now.isOver(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because(
          "这户已于 %s 退出，不再复核。家庭又有困难的，请登记新的申请。".formatted(now.endedOn()));
    }
  }

  private void refuseWrongDays(OpenRechecks.Why why) {
    LocalDate day = why.happenedOn();
    if (why.cause().hasDay() && day == null) {
      throw ProblemType.INVALID_REQUEST.because(
          why.cause() == Cause.DEATH ? "请填写去世日期。" : "请填写开始就业的日期。");
    }
    if (isAhead(day) || why.refusals().stream().anyMatch(this::isAhead)) {
      throw ProblemType.INVALID_REQUEST.because("日期不能晚于今天，请改正后再提交。");
    }
  }

  private boolean isAhead(@Nullable LocalDate day) {
    return day != null && day.isAfter(clocks.today());
  }

  private static void refuseTooFew(List<LocalDate> refusals, int limit) {
    if (refusals.stream().distinct().count() < limit) {
      throw ProblemType.INVALID_REQUEST.because(
          "连续 %d 次无正当理由拒绝介绍的工作，才能减发本人的部分（民发〔2021〕57号第三十四条）。请填写每一次拒绝的日期。".formatted(limit));
    }
  }

  /** Who was just recognised counts from the first month of payment on. */
  private LocalDate dayOfInterest(Standing now) {
    LocalDate today = clocks.today();
    return now.since().isAfter(today) ? now.since() : today;
  }

  private static void refuseOtherCategory(Standing now, List<Award.Person> people, Cause cause) {
    boolean tekun = cause == Cause.TEKUN_LOST || cause == Cause.SELF_CARE;
    boolean dibao = cause == Cause.JOB_REFUSAL || cause == Cause.EMPLOYED;
    boolean fits =
        tekun
            ? people.stream().anyMatch(one -> one.category().equals(Category.TEKUN.code()))
            : !dibao || now.in() == Category.DIBAO;
    if (!fits) {
      throw ProblemType.INVALID_REQUEST.because(
          "“%s”只适用于%s，这户现在是%s。请选择别的复核原因。"
              .formatted(cause.title(), tekun ? "特困人员" : "低保家庭", now.in().title()));
    }
  }
}
