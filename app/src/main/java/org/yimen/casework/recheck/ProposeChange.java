package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.decision.Reasons;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.investigation.ProposeCase;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ReadAward;
import org.yimen.casework.standing.Standing;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/**
 * What comes of a re-check: the same form, the same law, compared with what the family gets. What
 * the law decides by itself needs no determination.
 */
@Component
class ProposeChange {

  private final ProposeCase propose;
  private final ReadAward read;
  private final JobShare share;
  private final GracePeriod grace;
  private final KeptPupils pupils;
  private final Before before;

  ProposeChange(
      ProposeCase propose,
      ReadAward read,
      JobShare share,
      GracePeriod grace,
      KeptPupils pupils,
      Before before) {
    this.propose = propose;
    this.read = read;
    this.share = share;
    this.grace = grace;
    this.pupils = pupils;
    this.before = before;
  }

  /**
   * What the township adds.
   *
   * @param graceMonths from the first day at work; null: no grace period
   * @param unchangedBecause why a small change of the amount is not material; null: it is
   */
  record Asked(@Nullable Integer graceMonths, @Nullable String unchangedBecause) {}

  Recheck.Found of(Application application, Recheck recheck, Asked asked) {
    Standing standing = before.standing(recheck);
    Award now = before.award(recheck);
    if (recheck.cause() == Cause.JOB_REFUSAL) {
      return refused(recheck, standing, now);
    }
    boolean nobodyLeft = recheck.cause() == Cause.DEATH && now.people().size() <= 1;
    if (recheck.cause().decidesItself() || nobodyLeft) {
      return stopped(recheck, standing, now);
    }
    return determined(recheck, standing, propose.of(application), asked);
  }

  private Recheck.Found refused(Recheck recheck, Standing standing, Award now) {
    int persons = now.people().size();
    long left =
        share.without(now.amounts(), recheck.person(), persons).stream()
            .mapToLong(Award.Amount::fen)
            .sum();
    String days =
        recheck.refusals().stream().map(LocalDate::toString).collect(Collectors.joining("、"));
    return new Recheck.Found(
        Outcome.REDUCED,
        null,
        standing.category(),
        persons,
        left,
        null,
        "%s无正当理由连续 %d 次拒绝介绍的工作（%s），减发本人的部分，其他成员不受影响（民发〔2021〕57号第三十四条）"
            .formatted(now.nameOf(recheck.person()), recheck.refusals().size(), days),
        false);
  }

  private static Recheck.Found stopped(Recheck recheck, Standing standing, Award now) {
    String reason =
        recheck.cause() == Cause.DEATH
            ? "%s于 %s 去世，从次月起停发（民发〔2022〕83号一（三））"
                .formatted(now.nameOf(recheck.person()), recheck.happenedOn())
            : "家庭自愿退出（%s）：%s"
                .formatted(
                    hasTekun(now) ? Cause.TEKUN_LOST.basis() : recheck.cause().basis(),
                    recheck.because());
    return new Recheck.Found(
        Outcome.STOPPED,
        null,
        standing.category(),
        0,
        0,
        null,
        reason,
        recheck.cause() == Cause.VOLUNTARY && hasTekun(now));
  }

  private static boolean hasTekun(Award award) {
    return !award.tekun().isEmpty();
  }

  private Recheck.Found determined(
      Recheck recheck, Standing standing, Determinations.Made made, Asked asked) {
    Category found = made.found();
    if (found == Category.UNKNOWN) {
      throw ProblemType.INVALID_REQUEST.because("按已填内容还不能判断属于哪一类，请补充入户调查：缺少的内容见认定依据。");
    }
    Award now = before.award(recheck);
    Award then = read.of(made, standing.id());
    refuseTheDead(recheck, now, then);
    boolean asPupil = found != Category.TEKUN && pupils.stay(made, now, standing);
    Outcome outcome =
        asPupil ? Outcome.KEPT : grace.orElse(outcome(standing, now, then), recheck, made, asked);
    boolean unchanged = isUnchanged(outcome, now, then, asked);
    boolean asBefore = asPupil || unchanged || outcome == Outcome.GRACE;
    Award result = asBefore ? now : then;
    return new Recheck.Found(
        unchanged ? Outcome.KEPT : outcome,
        made.id(),
        outcome == Outcome.STOPPED || asBefore ? standing.category() : made.category(),
        result.people().size(),
        result.monthlyFen(),
        outcome == Outcome.GRACE ? grace.until(recheck, asked) : null,
        asPupil ? KeptPupils.REASON : reason(standing, made, outcome, asked),
        !asPupil && losesTekun(recheck, now, then));
  }

  private static void refuseTheDead(Recheck recheck, Award now, Award then) {
    boolean stillThere = then.people().stream().anyMatch(p -> p.key().equals(recheck.person()));
    if (recheck.cause() == Cause.DEATH && stillThere) {
      throw ProblemType.INVALID_REQUEST.because(
          "入户填写的家庭成员里还有已去世的%s，请重新登记入户，去掉这名成员。".formatted(now.nameOf(recheck.person())));
    }
  }

  private static Outcome outcome(Standing standing, Award now, Award then) {
    if (then.people().isEmpty()) {
      return Outcome.STOPPED;
    }
    if (then.category() != standing.in()) {
      return Outcome.MOVED;
    }
    int more = Long.compare(then.monthlyFen(), now.monthlyFen());
    boolean somebodyLeaves = !then.keys().containsAll(now.keys());
    if (more < 0) {
      return Outcome.REDUCED;
    }
    return more > 0 ? Outcome.RAISED : somebodyLeaves ? Outcome.REDUCED : Outcome.KEPT;
  }

  /** Nothing is changed where the family's economy did not change materially (57号 第三十一条). */
  private static boolean isUnchanged(Outcome outcome, Award now, Award then, Asked asked) {
    if (asked.unchangedBecause() == null) {
      return false;
    }
    boolean changes = outcome == Outcome.RAISED || outcome == Outcome.REDUCED;
    if (!changes || !then.keys().equals(now.keys())) {
      throw ProblemType.INVALID_REQUEST.because(
          "只有成员和类别都没有变化、金额略有出入时，才能按“经济状况没有明显变化”保持不变。请去掉这条说明再提交。");
    }
    return true;
  }

  private static boolean losesTekun(Recheck recheck, Award now, Award then) {
    Set<String> lost = new HashSet<>(now.tekun());
    lost.removeAll(then.tekun());
    if (recheck.cause() == Cause.DEATH) {
      lost.remove(recheck.person());
    }
    return !lost.isEmpty();
  }

  private static String reason(
      Standing standing, Determinations.Made made, Outcome outcome, Asked asked) {
    if (asked.unchangedBecause() != null) {
      return "家庭经济状况没有明显变化，不作调整（民发〔2021〕57号第三十一条）：" + asked.unchangedBecause();
    }
    List<String> sentences =
        switch (outcome) {
          case STOPPED, GRACE -> Reasons.refusing(made.result(), standing.in());
          case MOVED -> Reasons.moving(made.result(), standing.in(), made.found());
          default -> Reasons.granting(made.result(), made.found());
        };
    String lead =
        outcome == Outcome.RAISED || outcome == Outcome.REDUCED
            ? "按核实的收入、财产和人口重新计算，每月由 %s 元变为 %s 元（民发〔2021〕57号第二十三条、第三十二条）；"
                .formatted(
                    RecheckWords.yuan(standing.monthlyFen()), RecheckWords.yuan(made.monthlyFen()))
            : "";
    return lead + String.join("；", sentences);
  }
}
