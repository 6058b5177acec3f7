package org.yimen.policy.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Member}; what is not said is absent as the case format understands absence. */
public final class MemberBuilder {
  private final String id;
  private final Relation relation;
  private final LocalDate birthDate;
  private Member.@Nullable Sex sex;
  private List<IncomeItem> income = List.of();
  private boolean incomeComplete = true;
  private List<Cost> costs = List.of();
  private List<Expense> expenses = List.of();
  private boolean expensesComplete = true;
  private List<Asset> property = List.of();
  private List<Disability> disabilities = List.of();
  private Member.Labour labour = Member.Labour.ORDINARY;
  private Member.@Nullable Employment employment;
  private Member.Student student = Member.Student.NONE;
  private Range livesTogetherMonths = Range.ZERO;
  private Flags flags = Flags.NONE;
  private long clergyYears;
  private @Nullable SelfCare selfCare;
  private Member.SupportMode supportMode = Member.SupportMode.SCATTERED;
  private List<Obligor> obligors = List.of();
  private boolean obligorsKnown = true;

  MemberBuilder(String id, Relation relation, LocalDate birthDate) {
    this.id = id;
    this.relation = relation;
    this.birthDate = birthDate;
  }

  public MemberBuilder sex(Member.@Nullable Sex value) {
    sex = value;
    return this;
  }

  public MemberBuilder income(List<IncomeItem> items) {
    income = items;
    return this;
  }

  public MemberBuilder income(IncomeItem... items) {
    return income(List.of(items));
  }

  /** The items are only what is known: the income is at least theirs. */
  public MemberBuilder incomeIncomplete() {
    incomeComplete = false;
    return this;
  }

  public MemberBuilder costs(List<Cost> items) {
    costs = items;
    return this;
  }

  public MemberBuilder expenses(List<Expense> items) {
    expenses = items;
    return this;
  }

  /** The expenses are only what is known. */
  public MemberBuilder expensesIncomplete() {
    expensesComplete = false;
    return this;
  }

  public MemberBuilder property(List<Asset> items) {
    property = items;
    return this;
  }

  public MemberBuilder disabilities(List<Disability> items) {
    disabilities = items;
    return this;
  }

  public MemberBuilder labour(Member.Labour value) {
    labour = value;
    return this;
  }

  public MemberBuilder employment(Member.@Nullable Employment value) {
    employment = value;
    return this;
  }

  public MemberBuilder student(Member.Student value) {
    student = value;
    return this;
  }

  public MemberBuilder livesTogetherMonths(Range months) {
    livesTogetherMonths = months;
    return this;
  }

  public MemberBuilder flag(Flag flag) {
    flags = flags.with(flag);
    return this;
  }

  /** It is not known whether that holds. */
  public MemberBuilder unsure(Flag flag) {
    flags = flags.unsure(flag);
    return this;
  }

  /** Hundredths of years as clergy away from the family. */
  public MemberBuilder clergyYears(long hundredths) {
    clergyYears = hundredths;
    return this;
  }

  public MemberBuilder selfCare(@Nullable SelfCare value) {
    selfCare = value;
    return this;
  }

  public MemberBuilder supportMode(Member.SupportMode value) {
    supportMode = value;
    return this;
  }

  public MemberBuilder obligors(List<Obligor> outside) {
    obligors = outside;
    return this;
  }

  /** There may be obligors that nobody has named. */
  public MemberBuilder obligorsUnknown() {
    obligorsKnown = false;
    return this;
  }

  public Member build() {
    return new Member(
        id,
        relation,
        birthDate,
        sex,
        income,
        incomeComplete,
        costs,
        expenses,
        expensesComplete,
        property,
        disabilities,
        labour,
        employment,
        student,
        livesTogetherMonths,
        flags,
        clergyYears,
        selfCare,
        supportMode,
        obligors,
        obligorsKnown);
  }
}
