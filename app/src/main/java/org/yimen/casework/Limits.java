package org.yimen.casework;

import org.yimen.policy.Category;

/** The limits of rules/national/deadlines.yaml that an application heeds, by their ids. */
public final class Limits {

  /** What was handed in is accepted, or the family told what is missing (57号 第十条). */
  public static final String ACCEPTANCE = "deadline.acceptance";

  /** Investigation begins (57号 第十五条). */
  public static final String INVESTIGATION = "deadline.investigation";

  /** The county starts its information check (57号 第十七条). */
  public static final String CHECK = "deadline.informationCheck";

  /** A notice hangs (57号 第十九条). */
  public static final String NOTICE = "deadline.publicNotice";

  public static final String DIBAO = "deadline.dibao";
  public static final String RIGID = "deadline.rigid";

  /** The township investigates (43号 第十三条), again after an objection (43号 第十五条). */
  public static final String TEKUN = "deadline.tekunInvestigation";

  public static final String TEKUN_AGAIN = "deadline.tekunReinvestigation";

  /** The district decides (57号 第二十条, 43号 第十六条). */
  public static final String DECISION = "deadline.decision";

  public static final String TEKUN_DECISION = "deadline.tekunDecision";

  /** A refusal reaches the family (57号 第二十一条, 43号 第十八条). */
  public static final String REFUSAL = "deadline.refusalNotice";

  public static final String TEKUN_REFUSAL = "deadline.tekunRefusalNotice";

  /** How long the mark of rigid expenditure holds (刚性支出困难家庭认定办法 第十条). */
  public static final String RIGID_VALIDITY = "deadline.rigidValidity";

  /** Who is recognised is checked again (57号 第三十一条), a tekun person every year. */
  public static final String RECHECK = "deadline.recheck";

  public static final String TEKUN_RECHECK = "deadline.tekunRecheck";

  /** How far a re-check may be put off at once in an emergency (57号 第三十一条). */
  public static final String RECHECK_DELAY = "deadline.recheckDelay";

  /** A change after a member's death is finished (83号 一（三）). */
  public static final String DEATH = "deadline.memberDeath";

  /** The grade of care follows a change that was told (43号 第二十三条). */
  public static final String CARE = "deadline.careReassessment";

  /** An objection to the end of support is looked into (43号 第二十五条至第二十七条). */
  public static final String ENDING_OBJECTION = "deadline.tekunEndingObjection";

  /** Paid on after work has lifted the income (57号 第三十三条). */
  public static final String GRACE = "deadline.gracePeriod";

  /** What a phone holds of a family for a visit is deleted (个人信息保护法 第十九条). */
  public static final String FIELD_DATA = "deadline.fieldData";

  private Limits() {}

  /** The limit of the township's part, from acceptance; of dibao that of the whole procedure. */
  public static String whole(Category category) {
    return switch (category) {
      case TEKUN -> TEKUN;
      case RIGID_EXPENSE -> RIGID;
      default -> DIBAO;
    };
  }

  public static String decision(Category category) {
    return category == Category.TEKUN ? TEKUN_DECISION : DECISION;
  }

  public static String refusal(Category category) {
    return category == Category.TEKUN ? TEKUN_REFUSAL : REFUSAL;
  }
}
