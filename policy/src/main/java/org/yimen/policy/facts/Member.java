package org.yimen.policy.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person of a household as the law sees it. Made with {@link MemberBuilder}.
 *
 * @param incomeComplete false: the items are only what is known, the income is at least theirs
 * @param expensesComplete false: likewise for the expenses
 * @param livesTogetherMonths months of living together until the day of determination
 * @param clergyYears hundredths of years
 * @param selfCare null where not assessed
 * @param obligors those outside the household
 * @param obligorsKnown false: there may be others
 */
public record Member(
    String id,
    Relation relation,
    LocalDate birthDate,
    @Nullable Sex sex,
    List<IncomeItem> income,
    boolean incomeComplete,
    List<Cost> costs,
    List<Expense> expenses,
    boolean expensesComplete,
    List<Asset> property,
    List<Disability> disabilities,
    Labour labour,
    @Nullable Employment employment,
    Student student,
    Range livesTogetherMonths,
    Flags flags,
    long clergyYears,
    @Nullable SelfCare selfCare,
    SupportMode supportMode,
    List<Obligor> obligors,
    boolean obligorsKnown) {

  public Member {
    income = List.copyOf(income);
    costs = List.copyOf(costs);
    expenses = List.copyOf(expenses);
    property = List.copyOf(property);
    disabilities = List.copyOf(disabilities);
    obligors = List.copyOf(obligors);
  }

  /** A member of whom nothing else is known; everything absent means what the case format says. */
  public static MemberBuilder of(String id, Relation relation, LocalDate birthDate) {
    return new MemberBuilder(id, relation, birthDate);
  }

  /** Sex. */
  public enum Sex implements Coded {
    MALE("male", "男"),
    FEMALE("female", "女");

    private final String code;
    private final String title;

    Sex(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Ability to work as registers name it. */
  public enum Labour implements Coded {
    ORDINARY("ordinary", "普通劳动力"),
    SKILLED("skilled", "技能劳动力"),
    WEAK("weak", "弱劳动力"),
    NONE("none", "无劳动能力");

    private final String code;
    private final String title;

    Labour(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Work at present. */
  public enum Employment implements Coded {
    EMPLOYED("employed", "就业"),
    SELF_EMPLOYED("selfEmployed", "自营"),
    UNEMPLOYED("unemployed", "失业"),
    NONE("none", "未就业");

    private final String code;
    private final String title;

    Employment(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** School at present, full time. */
  public enum Student implements Coded {
    NONE("none", "不在读"),
    PRESCHOOL("preschool", "学前"),
    COMPULSORY("compulsory", "义务教育"),
    SENIOR_HIGH("seniorHigh", "普通高中"),
    VOCATIONAL("vocational", "中职"),
    COLLEGE("college", "大专"),
    UNDERGRADUATE("undergraduate", "本科"),
    POSTGRADUATE("postgraduate", "研究生");

    private final String code;
    private final String title;

    Student(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** How a 特困 person is kept. */
  public enum SupportMode implements Coded {
    SCATTERED("scattered", "分散供养"),
    CENTRALISED("centralised", "集中供养");

    private final String code;
    private final String title;

    SupportMode(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
