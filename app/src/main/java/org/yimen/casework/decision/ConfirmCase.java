package org.yimen.casework.decision;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.casework.bulk.BulkDeed;
import org.yimen.identity.Permission;

/** Confirms one application, asked for alone or as one of many. There is none that refuses many. */
@Component
class ConfirmCase implements BulkDeed {

  private final TakeStep steps;
  private final DecideCase decide;

  ConfirmCase(TakeStep steps, DecideCase decide) {
    this.steps = steps;
    this.decide = decide;
  }

  Decisions.Decided confirm(long id) {
    Application application = steps.begin(id, Step.CONFIRM);
    refuseInvestigators(application, Step.CONFIRM);
    return decide.confirm(application);
  }

  void refuseInvestigators(Application application, Step step) {
    steps.refuseWhoDid(
        application,
        step,
        Step.ANSWER_CHECK,
        Step.VISIT,
        Step.DISTRICT_VISIT,
        Step.PROPOSE,
        Step.REVIEW);
  }

  @Override
  public String code() {
    return "confirm";
  }

  @Override
  public String title() {
    return "批量确认";
  }

  @Override
  public Permission permission() {
    return Permission.CASE_DECIDE;
  }

  @Override
  public void doOne(long application, List<String> parameters) {
    confirm(application);
  }

  @Override
  public String obstacle() {
    return """
        case
          when a.state <> 'withDistrict' or a.kind <> 'application' then '现在不是“待审核确认”'
          when exists (select from casework.step s where s.application = a.id and s.who = :who
            and s.step in ('answerCheck', 'visit', 'districtVisit', 'propose', 'review'))
            or exists (select from casework.visit v join identity.account me on me.username = :who
              where v.application = a.id and me.display_name = any (v.investigators))
            then '您已办理本户的调查、初审或审核，须由他人确认'
          when exists (select from casework.objection o where o.application = a.id and o.settled_on is null)
            then '公示的异议还没有答复'
          when not exists (select from casework.public_notice n where n.application = a.id
            and n.kind = 'proposed' and n.until < :today) then '公示还没有期满'
          when (a.spot_check or a.relative_of <> '' or 'objection' = any(a.circumstances))
            and not exists (select from casework.step s where s.application = a.id and s.step = 'districtVisit')
            then '须先由区级入户调查'
          when a.category is null or a.category in ('none', 'unknown') then '按认定结果不能确认'
          when not a.consent and a.category <> a.applied_for then '申请人不同意转入所认定的类别'
          else '' end
        """;
  }
}
