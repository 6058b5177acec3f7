package org.yimen.policy.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.Water;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/** Reads a household of a case. */
final class HouseholdReader {
  private static final int MOST_MEMBERS = 200;

  private final Reading reading;
  private final MemberReader members;
  private final ItemReader items;

  HouseholdReader(Reading reading) {
    this.reading = reading;
    this.items = new ItemReader(reading);
    this.members = new MemberReader(reading, items);
  }

  /**
   * The household's facts, or null after a problem that leaves none.
   *
   * @param date nobody may be born after it
   */
  @Nullable Household read(Doc doc, LocalDate date) {
    Fields fields = reading.fields(doc, "家庭");
    Household.Residence residence =
        reading.code(fields.require("residence"), Household.Residence.class, "居住地 residence");
    List<Member> people = members(fields.require("members"), date);
    if (residence == null || people.isEmpty()) {
      residence = Household.Residence.URBAN;
    }
    HouseholdBuilder builder = facts(fields, residence, people);
    fields.close();
    return people.isEmpty() ? null : builder.build();
  }

  private HouseholdBuilder facts(
      Fields fields, Household.Residence residence, List<Member> people) {
    HouseholdBuilder builder = Household.of(residence, people);
    builder.formerlyPoor(fields.truth("formerlyPoor"));
    Doc farmer = fields.get("farmer");
    if (farmer != null) {
      builder.farmer(reading.truth(farmer, fields.name("farmer")));
    }
    builder.paymentClass(
        reading.code(fields.get("class"), Household.PaymentClass.class, fields.name("class")));
    if (fields.unknown("property")) {
      builder.propertyIncomplete();
    } else {
      builder.property(items.property(fields.get("property"), fields.name("property")));
    }
    builder.housingGrade(
        reading.code(
            fields.get("housingGrade"), Household.HousingGrade.class, fields.name("housingGrade")));
    builder.water(water(fields.get("water")));
    builder.dropout(fields.truth("dropout"));
    Doc uninsured = fields.get("uninsuredMembers");
    builder.uninsuredMembers(
        reading.whole(uninsured, fields.name("uninsuredMembers"), 0, MOST_MEMBERS));
    if (fields.unknown("risks")) {
      builder.risksUnknown();
    } else {
      builder.risks(risks(fields.get("risks")));
    }
    return builder.nobodyAbleToWork(fields.truth("nobodyAbleToWork"));
  }

  private List<Member> members(@Nullable Doc doc, LocalDate date) {
    List<Member> people = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int applicants = 0;
    List<Doc> listed = reading.items(doc, "members");
    if (doc != null && (listed.isEmpty() || listed.size() > MOST_MEMBERS)) {
      reading.problem(doc, "members 应有 1 至 " + MOST_MEMBERS + " 人。");
    }
    String place = reading.place();
    for (int i = 0; i < listed.size(); i++) {
      Doc item = listed.get(i);
      reading.at(place + ".household.members[" + i + "]");
      Member member = members.read(item, date);
      if (member == null) {
        continue;
      }
      if (!ids.add(member.id())) {
        reading.problem(item, "成员 id“" + member.id() + "”重复。");
      }
      applicants += member.relation() == Relation.APPLICANT ? 1 : 0;
      people.add(member);
    }
    reading.at(place);
    if (doc != null && people.size() == listed.size() && applicants != 1) {
      reading.problem(doc, "应有且只有一名申请人（relation: applicant），现有 " + applicants + " 名。");
    }
    return people;
  }

  private Set<Household.Risk> risks(@Nullable Doc doc) {
    Set<Household.Risk> risks = EnumSet.noneOf(Household.Risk.class);
    for (Doc item : reading.items(doc, "risks")) {
      Household.Risk risk = reading.code(item, Household.Risk.class, "风险");
      if (risk != null) {
        risks.add(risk);
      }
    }
    return risks;
  }

  private @Nullable Water water(@Nullable Doc doc) {
    if (doc == null) {
      return null;
    }
    Fields fields = reading.fields(doc, "饮水");
    Doc quality = fields.get("qualitySafe");
    Water water =
        new Water(
            quality == null ? null : Boolean.valueOf(reading.truth(quality, "qualitySafe")),
            measured(fields, "litresPerPersonDay"),
            fields.truth("dryArea"),
            measured(fields, "minutesToFetch"),
            measured(fields, "metresAcross"),
            measured(fields, "metresUp"),
            measured(fields, "outageDaysYear"));
    fields.close();
    return water;
  }

  private @Nullable Long measured(Fields fields, String key) {
    Doc doc = fields.get(key);
    return doc == null ? null : Long.valueOf(items.hundredths(doc, fields.name(key)));
  }
}
