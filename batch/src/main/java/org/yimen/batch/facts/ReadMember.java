package org.yimen.batch.facts;

import static org.yimen.batch.facts.FactTable.MEMBER;
import static org.yimen.batch.facts.FactTable.OBLIGOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.SelfCare;

/** Makes members of rows. */
final class ReadMember {
  private static final int ID = MEMBER.at("id");
  private static final int RELATION = MEMBER.at("relation");
  private static final int BIRTH = MEMBER.at("birthDate");
  private static final int SEX = MEMBER.at("sex");
  private static final int LABOUR = MEMBER.at("labour");
  private static final int EMPLOYMENT = MEMBER.at("employment");
  private static final int STUDENT = MEMBER.at("student");
  private static final int TOGETHER = MEMBER.at("livesTogetherMonths");
  private static final int CLERGY = MEMBER.at("clergyYears");
  private static final int MODE = MEMBER.at("supportMode");
  private static final int UNSURE = MEMBER.at("unsure");
  private static final int EAT = MEMBER.at("eat");
  private static final int BATHE = MEMBER.at("bathe");
  private static final int INCOME_COMPLETE = MEMBER.at("incomeComplete");
  private static final int EXPENSES_COMPLETE = MEMBER.at("expensesComplete");
  private static final int OBLIGORS_KNOWN = MEMBER.at("obligorsKnown");
  private static final Flag[] FLAGS = Flag.values();
  private static final int FIRST_FLAG = MEMBER.at(FLAGS[0].code());

  private static final int STATUS = OBLIGOR.at("status");
  private static final int OWN_INCOME = OBLIGOR.at("ownIncomeYearly");
  private static final int PROPERTY_OK = OBLIGOR.at("propertyWithinRule");
  private static final int PER_CAPITA = OBLIGOR.at("perCapitaMonthlyIncome");
  private static final int FAMILY_SIZE = OBLIGOR.at("familySize");
  private static final int PAYS = OBLIGOR.at("paysMonthly");

  private static final int LONGEST_TOGETHER = 2400;
  private static final int LARGEST_FAMILY = 100;

  private final LocalDate asOf;
  private final ReadItems items;
  private final Codes<Relation> relations = new Codes<>(Relation.class);
  private final Codes<Member.Sex> sexes = new Codes<>(Member.Sex.class);
  private final Codes<Member.Labour> labour = new Codes<>(Member.Labour.class);
  private final Codes<Member.Employment> employment = new Codes<>(Member.Employment.class);
  private final Codes<Member.Student> students = new Codes<>(Member.Student.class);
  private final Codes<Member.SupportMode> modes = new Codes<>(Member.SupportMode.class);
  private final Codes<Flag> flags = new Codes<>(Flag.class);
  private final Codes<Obligor.Status> statuses = new Codes<>(Obligor.Status.class);

  ReadMember(LocalDate asOf, ReadItems items) {
    this.asOf = asOf;
    this.items = items;
  }

  /** A member; after a fault one that must not be used. */
  Member read(Cells cells) {
    LocalDate birth = cells.birth(BIRTH, asOf);
    MemberBuilder builder =
        Member.of(
            cells.text(ID, 64),
            cells.code(RELATION, relations, Relation.OTHER),
            birth == null ? asOf : birth);
    builder.sex(cells.code(SEX, sexes));
    builder.labour(cells.code(LABOUR, labour, Member.Labour.ORDINARY));
    builder.employment(cells.code(EMPLOYMENT, employment));
    builder.student(cells.code(STUDENT, students, Member.Student.NONE));
    builder.livesTogetherMonths(cells.months(TOGETHER, LONGEST_TOGETHER));
    Long clergy = cells.hundredths(CLERGY);
    builder.clergyYears(clergy == null ? 0 : clergy);
    builder.supportMode(cells.code(MODE, modes, Member.SupportMode.SCATTERED));
    flags(cells, builder);
    selfCare(cells, builder);
    parts(cells, builder);
    return builder.build();
  }

  private void flags(Cells cells, MemberBuilder builder) {
    for (Flag flag : FLAGS) {
      if (cells.truth(FIRST_FLAG + flag.ordinal(), false)) {
        builder.flag(flag);
      }
    }
    if (cells.given(UNSURE)) {
      for (Flag flag : cells.codes(UNSURE, flags)) {
        if (cells.given(FIRST_FLAG + flag.ordinal())) {
          cells.fault(UNSURE, "“" + flag.code() + "”已经写明，不能同时是不清楚。");
        }
        builder.unsure(flag);
      }
    }
  }

  private static void selfCare(Cells cells, MemberBuilder builder) {
    boolean assessed = false;
    for (int at = EAT; at <= BATHE; at++) {
      assessed |= cells.given(at);
    }
    if (assessed) {
      builder.selfCare(
          new SelfCare(
              cells.truth(EAT, true),
              cells.truth(EAT + 1, true),
              cells.truth(EAT + 2, true),
              cells.truth(EAT + 3, true),
              cells.truth(EAT + 4, true),
              cells.truth(BATHE, true)));
    }
  }

  /** In the order of the parts of {@link FactTable#MEMBER}. */
  private void parts(Cells cells, MemberBuilder builder) {
    builder.income(items.income(cells.rows(0)));
    builder.costs(items.costs(cells.rows(1)));
    builder.expenses(items.expenses(cells.rows(2)));
    builder.property(items.property(cells.rows(3)));
    builder.disabilities(items.disabilities(cells.rows(4)));
    builder.obligors(obligors(cells.rows(5)));
    if (!cells.truth(INCOME_COMPLETE, true)) {
      builder.incomeIncomplete();
    }
    if (!cells.truth(EXPENSES_COMPLETE, true)) {
      builder.expensesIncomplete();
    }
    if (!cells.truth(OBLIGORS_KNOWN, true)) {
      builder.obligorsUnknown();
    }
  }

  private List<Obligor> obligors(List<Cells> rows) {
    List<Obligor> all = new ArrayList<>(rows.size());
    for (Cells cells : rows) {
      all.add(
          new Obligor(
              cells.code(0, relations),
              cells.birth(1, asOf),
              cells.code(STATUS, statuses, Obligor.Status.NONE),
              items.disabilities(cells.rows(0)),
              cells.money(OWN_INCOME, Range.ZERO),
              cells.truth(PROPERTY_OK, true),
              family(cells),
              cells.money(PAYS, Range.ZERO)));
    }
    return all;
  }

  private static Obligor.Family family(Cells cells) {
    return new Obligor.Family(
        cells.money(PER_CAPITA, Range.ZERO),
        cells.whole(FAMILY_SIZE, 1, LARGEST_FAMILY, 1),
        cells.whole(FAMILY_SIZE + 1, 1, LARGEST_FAMILY, 1),
        cells.whole(FAMILY_SIZE + 2, 0, LARGEST_FAMILY, 1));
  }
}
