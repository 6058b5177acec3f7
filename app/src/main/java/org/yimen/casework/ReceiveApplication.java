package org.yimen.casework;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.platform.ProblemType;

/** Takes every application that is handed in (逢申请必受理). */
@Component
class ReceiveApplication {

  private static final ProblemType ALREADY_OPEN =
      new ProblemType("application-open", HttpStatus.CONFLICT, "已有在办申请");

  private final Applications applications;
  private final JdbcClient jdbc;
  private final Access access;

  ReceiveApplication(Applications applications, JdbcClient jdbc, Access access) {
    this.applications = applications;
    this.jdbc = jdbc;
    this.access = access;
  }

  /**
   * Registers it.
   *
   * @throws org.yimen.platform.Problem application-open with the number of the one that the family
   *     has already; area problems name what to choose
   */
  Application of(@Nullable Long household, @Nullable String area, Application.Family family) {
    String place = household == null ? null : placeOf(household);
    String where = area == null ? place : area;
    if (where == null) {
      throw ProblemType.INVALID_REQUEST.because("请选择申请家庭所在的村（社区）。");
    }
    refuseUnknownArea(where);
    if (!where.startsWith(access.areaPrefix())) {
      throw ProblemType.INVALID_REQUEST.because("这个村（社区）不在您的管辖范围内，请选择本辖区的村（社区），受理后可以转交。");
    }
    if (family.handedIn().equals("delegate") && family.delegate().isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("委托他人申请时，请填写受托人。");
    }
    long id = added(new Applications.New(where, household, family));
    begun(id);
    return applications.get(id);
  }

  private long added(Applications.New one) {
    String open =
        one.household() == null
            ? null
            : jdbc.sql(
                    """
                    select number from casework.application
                    where household = :household and kind = 'application' and state = any(:open)
                    """)
                .param("household", one.household())
                .param("open", State.openCodes())
                .query(String.class)
                .optional()
                .orElse(null);
    if (open != null) {
      throw alreadyOpen(open);
    }
    try {
      return applications.add(one);
    } catch (DuplicateKeyException e) {
      throw alreadyOpen("刚刚登记");
    }
  }

  private static RuntimeException alreadyOpen(String number) {
    return ALREADY_OPEN.because("这户已有在办的申请（%s），一次申请同步认定各类救助，不用重复申请。请打开那份申请继续办理。".formatted(number));
  }

  private void begun(long id) {
    jdbc.sql(
            """
            insert into casework.step (application, step, to_state, at, who, unit)
            select id, 'register', state, registered_at, registered_by, :unit
            from casework.application where id = :id
            """)
        .param("unit", access.user().unit())
        .param("id", id)
        .update();
    access.tell(Deed.CASE_STEP, "application:" + id, Step.REGISTER.title());
  }

  private String placeOf(long household) {
    return jdbc.sql(
            """
            select area from registry.household
            where id = :id and area is not null and (:scope = '' or starts_with(area, :scope))
            """)
        .param("id", household)
        .param("scope", access.areaPrefix())
        .query(String.class)
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这一户，或不在您的管辖范围内。请返回台账重新查找。"));
  }

  void refuseUnknownArea(String area) {
    boolean known =
        jdbc.sql(
                "select exists (select from registry.area where code = :code and level <> 'county')")
            .param("code", area)
            .query(Boolean.class)
            .single();
    if (!known) {
      throw ProblemType.INVALID_REQUEST.because("没有代码为 %s 的村（社区）或乡镇（街道），请从列表中选择。".formatted(area));
    }
  }

  /** Whether the family was told what is missing. */
  boolean wereAskedFor(long id) {
    return happened(id, Step.ASK_PAPERS);
  }

  /** Whether the family knows of the investigation: somebody was there, or it was written to. */
  boolean wasToldOf(long id) {
    return happened(id, Step.VISIT)
        || happened(id, Step.TELL_CHECK)
        || happened(id, Step.ASK_PAPERS);
  }

  private boolean happened(long id, Step step) {
    return jdbc.sql(
            "select exists (select from casework.step where application = :id and step = :step)")
        .param("id", id)
        .param("step", step.code())
        .query(Boolean.class)
        .single();
  }
}
