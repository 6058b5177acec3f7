package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.investigation.Determinations;
import org.yimen.platform.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dibao family whose income work has lifted above the standard may be paid on for a time: up to
 * six months from the first day at work (民发〔2021〕57号 第三十三条, 民发〔2022〕83号 一（三）).
 */
@Component
class GracePeriod {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Applications applications;
  private final CaseClocks clocks;

  GracePeriod(Applications applications, CaseClocks clocks) {
    this.applications = applications;
    this.clocks = clocks;
  }

  /** The outcome, or a grace period where the township asks for one and the law lets it. */
  Outcome orElse(
      Outcome outcome, Recheck recheck, Determinations.Made made, ProposeChange.Asked asked) {
    if (asked.graceMonths() == null) {
      return outcome;
    }
    if (recheck.cause() != Cause.EMPLOYED
        || outcome != Outcome.STOPPED && outcome != Outcome.MOVED
        || !onlyIncome(made)) {
      throw ProblemType.INVALID_REQUEST.because(
          "渐退期只给因就业而人均收入超过低保标准、财产仍符合规定的低保家庭（民发〔2021〕57号第三十三条）。请去掉渐退期再提交。");
    }
    until(recheck, asked);
    return Outcome.GRACE;
  }

  private static boolean onlyIncome(Determinations.Made made) {
    for (JsonNode condition : JSON.readTree(made.result()).path("conditions")) {
      String id = condition.path("id").asString();
      if (id.startsWith("dibao.")
          && !id.startsWith("dibao.income")
          && !condition.path("result").asString().equals("met")) {
        return false;
      }
    }
    return true;
  }

  /** The last day. */
  LocalDate until(Recheck recheck, ProposeChange.Asked asked) {
    Application application = applications.get(recheck.application());
    LocalDate since = Objects.requireNonNull(recheck.happenedOn());
    int months = Objects.requireNonNull(asked.graceMonths());
    LocalDate last = since.plusMonths(months);
    @Nullable LocalDate most = clocks.end(Limits.GRACE, application.area(), since);
    if (most != null && last.isAfter(most)) {
      throw ProblemType.INVALID_REQUEST.because("渐退期从就业起最长到 %s，请改小月数。".formatted(most));
    }
    if (last.isBefore(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because(
          "按 %s 开始就业算，%d 个月的渐退期已经过了。请改月数，或者去掉渐退期。".formatted(since, months));
    }
    return last;
  }
}
