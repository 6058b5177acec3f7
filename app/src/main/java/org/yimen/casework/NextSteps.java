package org.yimen.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/**
 * The steps that a case's state and the user's permissions allow. What would surely be refused for
 * something that is still missing says so before anybody tries; the step itself decides.
 */
@Component
class NextSteps {

  private static final String FACTS =
      """
      select r.cause, coalesce(r.needs_notice, false) as ending,
        exists (select from casework.authorisation x where x.application = a.id
          and x.taken_back_at is null) as authorised,
        exists (select from casework.step x where x.application = a.id and x.step = 'askPapers') as told_once,
        exists (select from casework.visit x where x.application = a.id and not x.late) as visited,
        exists (select from casework.visit x where x.application = a.id and not x.late
          and x.kind = 'district') as district_visited,
        exists (select from casework.visit_conflict x where x.application = a.id
          and x.settled_at is null) as differs,
        exists (select from casework.objection x where x.application = a.id
          and x.settled_on is null) as objected,
        c.id is not null as asked, c.passes is not null as answered,
        c.passes is false and c.told_on is null as untold,
        coalesce(n.until < :today, false) as hung,
        coalesce(n.category = d.category and n.monthly_fen = d.monthly_fen, false) as hung_same,
        d.category as found
      from casework.application a
      left join casework.recheck r on r.application = a.id
      left join lateral (select * from casework.economic_check x
        where x.application = a.id order by id desc limit 1) c on true
      left join lateral (select * from casework.determination x
        where x.application = a.id order by id desc limit 1) d on true
      left join lateral (select * from casework.public_notice x
        where x.application = a.id and x.kind in ('proposed', 'ending') order by id desc limit 1) n on true
      where a.id = :id
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final CaseClocks clocks;

  NextSteps(JdbcClient jdbc, Access access, CaseClocks clocks) {
    this.jdbc = jdbc;
    this.access = access;
    this.clocks = clocks;
  }

  /** Something that the user may do now; notNow says what it waits for, and is empty if nothing. */
  record NextStep(String step, String title, String basis, String notNow) {}

  List<NextStep> of(Application application) {
    List<Step> steps =
        Arrays.stream(Step.values())
            .filter(step -> step.isOf(application.kind()))
            .filter(step -> step.from().contains(application.state()))
            .filter(step -> step.permission() != null && access.may(step.permission()))
            .toList();
    if (steps.isEmpty()) {
      return List.of();
    }
    Facts facts = facts(application);
    return steps.stream()
        .map(step -> new NextStep(step.code(), step.title(), step.basis(), facts.notNow(step)))
        .toList();
  }

  private Facts facts(Application application) {
    LocalDate today = clocks.today();
    return jdbc.sql(FACTS)
        .param("today", today)
        .param("id", application.id())
        .query((row, number) -> Facts.of(row, application))
        .single();
  }

  /** What is there already of a case. */
  private record Facts(
      Application application, Investigation investigation, Notice notice, String cause) {

    /** Untold: something was found that the family has not been told of. */
    private record Investigation(
        boolean authorised,
        boolean asked,
        boolean answered,
        boolean untold,
        boolean visited,
        boolean differs,
        boolean districtVisited,
        boolean papersAskedFor) {}

    /** Hung is over, and of the same proposal; an ending is that of somebody's tekun support. */
    private record Notice(
        @Nullable Category found, boolean hung, boolean same, boolean objected, boolean ending) {}

    static Facts of(ResultSet row, Application application) throws SQLException {
      String found = row.getString("found");
      String cause = row.getString("cause");
      return new Facts(
          application,
          new Investigation(
              row.getBoolean("authorised"),
              row.getBoolean("asked"),
              row.getBoolean("answered"),
              row.getBoolean("untold"),
              row.getBoolean("visited"),
              row.getBoolean("differs"),
              row.getBoolean("district_visited"),
              row.getBoolean("told_once")),
          new Notice(
              found == null ? null : Coded.of(Category.class, found),
              row.getBoolean("hung"),
              row.getBoolean("hung_same"),
              row.getBoolean("objected"),
              row.getBoolean("ending")),
          cause == null ? "" : cause);
    }

    String notNow(Step step) {
      return switch (step) {
        case ASK_PAPERS -> investigation.papersAskedFor() ? "补正材料只能一次性告知，本户已经告知过。" : "";
        case ASK_CHECK, START_CHECK, ANSWER_CHECK, TELL_CHECK -> ofCheck(step);
        case PROPOSE -> ofProposal();
        case PROPOSE_CHANGE ->
            List.of("jobRefusal", "voluntary", "death").contains(cause) ? "" : ofProposal();
        case PUBLISH -> isGrantedByLaw() ? "" : "拟不予确认的不公示，由乡镇（街道）分管领导直接审核。";
        case REVIEW -> ofReview();
        case CONFIRM -> ofConfirmation();
        case REFUSE -> ofRefusal();
        case PUBLISH_ENDING -> notice.ending() ? "" : "只有拟终止特困供养的才公示；这件复核不公示，由乡镇（街道）分管领导直接审核。";
        case REVIEW_CHANGE ->
            notice.ending() && application.state() != State.NOTICED
                ? "拟终止特困供养的，须先公示，期满无异议后再审核。"
                : "";
        case CANCEL_RECHECK -> cause.equals("due") ? "到期的定期复核不能撤销。" : "";
        default -> "";
      };
    }

    private String ofCheck(Step step) {
      boolean open = investigation.asked() && !investigation.answered();
      if (!investigation.authorised() && (step == Step.ASK_CHECK || open)) {
        return "没有登记核查授权，没有授权不能核对。";
      }
      return switch (step) {
        case ASK_CHECK -> open ? "已经提请核对，正在等待结果。" : "";
        case TELL_CHECK -> investigation.answered() ? "" : "区级还没有出具核对报告。";
        default -> open ? "" : investigation.answered() ? "核对报告已经出具。" : "乡镇（街道）还没有提请核对。";
      };
    }

    private String ofProposal() {
      if (!investigation.visited()) {
        return "还没有登记入户调查。";
      }
      if (!investigation.answered()) {
        return "信息核对还没有结果。";
      }
      if (investigation.untold()) {
        return "核对发现不符合规定的信息，须先告知家庭。";
      }
      return investigation.differs() ? "前后填写不一致的，须先裁定。" : "";
    }

    private boolean isGrantedByLaw() {
      return notice.found() != null && notice.found() != Category.NONE;
    }

    private String ofReview() {
      boolean needed = application.state() == State.PROPOSED && isGrantedByLaw();
      boolean hung = notice.hung() && notice.same() && notice.found() != Category.TEKUN;
      return needed && !hung ? "这份初审意见还没有公示，须先公示，期满无异议后再审核。" : "";
    }

    private String ofConfirmation() {
      String category = ofCategory();
      if (!category.isEmpty()) {
        return category;
      }
      if (!notice.hung()) {
        return "公示还没有期满。";
      }
      if (notice.objected()) {
        return "公示的异议还没有答复。";
      }
      boolean visit = application.needsDistrictVisit() && !investigation.districtVisited();
      return visit ? "近亲属备案、有异议或者抽中抽查的，须先由区级入户调查。" : "";
    }

    private String ofCategory() {
      if (notice.found() == null || notice.found() == Category.UNKNOWN) {
        return "没有可据以决定的认定结果，请退回补充调查。";
      }
      if (notice.found() == Category.NONE) {
        return "按调查结果不符合任何一类条件，只能不予确认或者退回补充调查。";
      }
      return isGranted() ? "" : "申请人不同意转入“%s”，只能不予确认。".formatted(notice.found().title());
    }

    private String ofRefusal() {
      if (notice.found() == null || notice.found() == Category.UNKNOWN) {
        return "没有可据以决定的认定结果，请退回补充调查。";
      }
      return isGranted() ? "按调查结果符合“%s”的条件，不得不予确认。".formatted(notice.found().title()) : "";
    }

    private boolean isGranted() {
      return isGrantedByLaw()
          && (application.family().consent()
              || notice.found() == application.family().appliedFor());
    }
  }
}
