package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;

/** What the register says of a person, in the form of the law's facts. */
final class PersonFacts {

  /** Somebody whose birth date no file holds is taken for neither young nor old. */
  private static final int AGE_UNKNOWN = 40;

  private static final Range LONG_TOGETHER = Range.atLeast(12);

  private static final List<Obligor> SOMEBODY =
      List.of(Obligor.of(Relation.SON, Obligor.Family.NOTHING_KNOWN));

  private static final Pattern LEVELS = Pattern.compile("\\w+:[1-4]");

  private final LocalDate asOf;
  private final boolean likely;
  private final boolean supported;

  /**
   * @param likely with likely values for what no register holds, else within bounds
   * @param supported on the list of 特困, so that likely nobody able owes support
   */
  PersonFacts(LocalDate asOf, boolean likely, boolean supported) {
    this.asOf = asOf;
    this.likely = likely;
    this.supported = supported;
  }

  /**
   * The person as a member of the household; the register's household is taken to live together.
   */
  Member of(MemberRecord person, boolean applicant, List<Expense> more) {
    LocalDate birth = person.birth() != null ? person.birth() : asOf.minusYears(AGE_UNKNOWN);
    boolean female = "female".equals(person.sex());
    Relation relation = applicant ? Relation.APPLICANT : kin(person, female);
    MemberBuilder member =
        Member.of(Long.toString(person.id()), relation, birth)
            .sex(person.sex() == null ? null : female ? Member.Sex.FEMALE : Member.Sex.MALE)
            .livesTogetherMonths(LONG_TOGETHER)
            .flag(Flag.DUTY_OWED)
            .expenses(expenses(person, more))
            .disabilities(disabilities(person));
    if (person.has(FactKind.SERIOUS_ILLNESS)) {
      member.flag(Flag.SERIOUS_ILLNESS);
    }
    income(member, person);
    support(member, birth);
    codes(member, person);
    return member.build();
  }

  /** Whoever stands in the household's register without being told whose kin is counted there. */
  private static Relation kin(MemberRecord person, boolean female) {
    Relation kin = Kinship.of(person.relation(), female);
    boolean untold = kin == Relation.OTHER && person.relation() == null;
    return untold || kin == Relation.APPLICANT ? Relation.SIBLING : kin;
  }

  private void income(MemberBuilder member, MemberRecord person) {
    if (person.wage() > 0) {
      member.income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.atLeast(person.wage())));
    }
    if (!supported) {
      member.incomeIncomplete();
    }
  }

  /**
   * No file tells who owes support. Likely somebody able does, unless the person was recognised as
   * without: then 低保 is suggested first, and the visit asks.
   */
  private void support(MemberBuilder member, LocalDate birth) {
    if (!likely) {
      member.obligorsUnknown().expensesIncomplete();
    } else if (!supported) {
      member.obligors(SOMEBODY);
    }
  }

  private static void codes(MemberBuilder member, MemberRecord person) {
    Member.Labour labour = code(Member.Labour.class, person.first(FactKind.LABOUR));
    Member.Student student = code(Member.Student.class, person.first(FactKind.STUDENT));
    member
        .labour(labour == null ? Member.Labour.ORDINARY : labour)
        .student(student == null ? Member.Student.NONE : student)
        .employment(code(Member.Employment.class, person.first(FactKind.EMPLOYMENT)));
  }

  private static <E extends Enum<E> & Coded> @Nullable E code(Class<E> type, @Nullable Said said) {
    return said == null || said.code() == null ? null : Coded.find(type, said.code());
  }

  private static List<Expense> expenses(MemberRecord person, List<Expense> more) {
    if (!person.has(FactKind.EXPENSE_MEDICAL)) {
      return more;
    }
    List<Expense> expenses = new ArrayList<>(more);
    for (Said said : person.all(FactKind.EXPENSE_MEDICAL)) {
      expenses.add(new Expense(Expense.Kind.MEDICAL, Range.exactly(said.amount()), said.from()));
    }
    return expenses;
  }

  /** Several disabilities at once without saying which are taken for one of no special kind. */
  private static List<Disability> disabilities(MemberRecord person) {
    if (!person.has(FactKind.DISABILITY)) {
      return List.of();
    }
    return person.all(FactKind.DISABILITY).stream()
        .map(said -> said.code() == null ? "" : said.code())
        .filter(code -> LEVELS.matcher(code).matches())
        .map(
            code -> {
              String kind = code.substring(0, code.length() - 2);
              Disability.Kind found = Coded.find(Disability.Kind.class, kind);
              int level = code.charAt(code.length() - 1) - '0';
              return new Disability(found == null ? Disability.Kind.HEARING : found, level);
            })
        .toList();
  }
}
