package org.yimen.policy.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.SelfCare;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/** Reads a member of a case. */
final class MemberReader {
  private static final Pattern PRINTABLE = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]*");

  private final Reading reading;
  private final ItemReader items;

  MemberReader(Reading reading, ItemReader items) {
    this.reading = reading;
    this.items = items;
  }

  /** The member, or null after a problem that leaves none. */
  @Nullable Member read(Doc doc, LocalDate date) {
    Fields fields = reading.fields(doc, "成员");
    String id = reading.text(fields.require("id"), "成员的 id");
    Relation relation = reading.code(fields.require("relation"), Relation.class, "成员的“relation”");
    LocalDate birth = birth(fields, date);
    boolean known = id != null && relation != null && birth != null;
    if (id != null && (id.isBlank() || id.length() > 64 || !PRINTABLE.matcher(id).matches())) {
      reading.problem(doc, "成员的 id 应为 1 至 64 个可见的字。");
    }
    MemberBuilder builder =
        Member.of(
            id == null ? "?" : id,
            relation == null ? Relation.OTHER : relation,
            birth == null ? date : birth);
    money(fields, builder);
    person(fields, builder);
    flags(fields, builder);
    if (fields.unknown("obligors")) {
      builder.obligorsUnknown();
    } else {
      builder.obligors(obligors(fields.get("obligors"), date));
    }
    fields.close();
    return known ? builder.build() : null;
  }

  private @Nullable LocalDate birth(Fields fields, LocalDate date) {
    Doc doc = fields.require("birthDate");
    LocalDate birth = reading.date(doc, "成员的“birthDate”");
    if (doc != null && birth != null && birth.isAfter(date)) {
      reading.problem(doc, "出生日期 " + birth + " 晚于认定日期。");
    }
    return birth;
  }

  private void money(Fields fields, MemberBuilder builder) {
    if (fields.unknown("income")) {
      builder.incomeIncomplete();
    } else {
      builder.income(items.income(fields.get("income")));
    }
    builder.costs(items.costs(fields.get("costs")));
    if (fields.unknown("expenses")) {
      builder.expensesIncomplete();
    } else {
      builder.expenses(items.expenses(fields.get("expenses")));
    }
    builder.property(items.property(fields.get("property"), fields.name("property")));
  }

  private void person(Fields fields, MemberBuilder builder) {
    builder.sex(reading.code(fields.get("sex"), Member.Sex.class, fields.name("sex")));
    builder.disabilities(items.disabilities(fields.get("disability")));
    Member.Labour labour =
        reading.code(fields.get("labour"), Member.Labour.class, fields.name("labour"));
    builder.labour(labour == null ? Member.Labour.ORDINARY : labour);
    builder.employment(
        reading.code(fields.get("employment"), Member.Employment.class, fields.name("employment")));
    Member.Student student =
        reading.code(fields.get("student"), Member.Student.class, fields.name("student"));
    builder.student(student == null ? Member.Student.NONE : student);
    Doc together = fields.get("livesTogetherMonths");
    builder.livesTogetherMonths(
        Range.exactly(reading.whole(together, fields.name("livesTogetherMonths"), 0, 2400)));
    builder.clergyYears(items.hundredths(fields.get("clergyYears"), fields.name("clergyYears")));
    builder.selfCare(selfCare(fields.get("selfCare")));
    Member.SupportMode mode =
        reading.code(
            fields.get("supportMode"), Member.SupportMode.class, fields.name("supportMode"));
    builder.supportMode(mode == null ? Member.SupportMode.SCATTERED : mode);
  }

  private void flags(Fields fields, MemberBuilder builder) {
    for (Flag flag : Flag.values()) {
      if (fields.unknown(flag.code())) {
        builder.unsure(flag);
      } else if (fields.truth(flag.code())) {
        builder.flag(flag);
      }
    }
    Doc status = fields.get("status");
    List<Doc> listed =
        status instanceof Doc.Scalar ? List.of(status) : reading.items(status, "status");
    for (Doc item : listed) {
      Flag flag = reading.code(item, Flag.class, "成员的“status”");
      if (flag != null) {
        builder.flag(flag);
      }
    }
  }

  private @Nullable SelfCare selfCare(@Nullable Doc doc) {
    if (doc == null) {
      return null;
    }
    Fields fields = reading.fields(doc, "自理能力");
    SelfCare selfCare =
        new SelfCare(
            able(fields, "eat"),
            able(fields, "dress"),
            able(fields, "bed"),
            able(fields, "toilet"),
            able(fields, "walk"),
            able(fields, "bathe"));
    fields.close();
    return selfCare;
  }

  private boolean able(Fields fields, String key) {
    Doc doc = fields.get(key);
    return doc == null || reading.truth(doc, fields.name(key));
  }

  private List<Obligor> obligors(@Nullable Doc doc, LocalDate date) {
    List<Obligor> obligors = new ArrayList<>();
    for (Doc item : items.limited(doc, "obligors")) {
      Fields fields = reading.fields(item, "义务人");
      Obligor.Status status =
          reading.code(fields.get("status"), Obligor.Status.class, fields.name("status"));
      Doc within = fields.get("propertyWithinRule");
      LocalDate birth = reading.date(fields.get("birthDate"), fields.name("birthDate"));
      if (birth != null && birth.isAfter(date)) {
        reading.problem(item, "义务人的出生日期 " + birth + " 晚于认定日期。");
      }
      obligors.add(
          new Obligor(
              reading.code(fields.get("relation"), Relation.class, fields.name("relation")),
              birth,
              status == null ? Obligor.Status.NONE : status,
              items.disabilities(fields.get("disability")),
              items.amount(fields, "ownIncomeYearly"),
              within == null || reading.truth(within, fields.name("propertyWithinRule")),
              family(fields),
              items.amount(fields, "paysMonthly")));
      fields.close();
    }
    return obligors;
  }

  private Obligor.Family family(Fields fields) {
    return new Obligor.Family(
        items.amount(fields, "perCapitaMonthlyIncome"),
        count(fields, "familySize", 1),
        count(fields, "supportedPersons", 1),
        fields.get("childrenCount") == null ? 1 : count(fields, "childrenCount", 0));
  }

  private int count(Fields fields, String key, int least) {
    return reading.whole(fields.get(key), fields.name(key), least, 100);
  }
}
