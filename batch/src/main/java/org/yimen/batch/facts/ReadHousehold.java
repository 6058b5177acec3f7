package org.yimen.batch.facts;

import static org.yimen.batch.facts.FactTable.HOUSEHOLD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.Told;
import org.yimen.policy.facts.Water;

/**
 * Makes households of rows of the schema. What a cell left empty means is what it means in case
 * files; a row with any fault gives no household.
 */
public final class ReadHousehold {
  private static final int ID = HOUSEHOLD.at("id");
  private static final int AREA = HOUSEHOLD.at("area");
  private static final int RESIDENCE = HOUSEHOLD.at("residence");
  private static final int FORMERLY_POOR = HOUSEHOLD.at("formerlyPoor");
  private static final int FARMER = HOUSEHOLD.at("farmer");
  private static final int CLASS = HOUSEHOLD.at("class");
  private static final int HOUSING_GRADE = HOUSEHOLD.at("housingGrade");
  private static final int DROPOUT = HOUSEHOLD.at("dropout");
  private static final int UNINSURED = HOUSEHOLD.at("uninsuredMembers");
  private static final int NOBODY_ABLE = HOUSEHOLD.at("nobodyAbleToWork");
  private static final int RISKS = HOUSEHOLD.at("risks");
  private static final int RISKS_COMPLETE = HOUSEHOLD.at("risksComplete");
  private static final int PROPERTY_COMPLETE = HOUSEHOLD.at("propertyComplete");
  private static final int TOLD_DIBAO = HOUSEHOLD.at("toldDibaoIncomeYearly");
  private static final int TOLD_NET = HOUSEHOLD.at("toldNetIncomeYearly");
  private static final int QUALITY_SAFE = HOUSEHOLD.at("qualitySafe");
  private static final int DRY_AREA = HOUSEHOLD.at("dryArea");
  private static final int LITRES = HOUSEHOLD.at("litresPerPersonDay");
  private static final int OUTAGE_DAYS = HOUSEHOLD.at("outageDaysYear");
  private static final int MEMBERS = 0;
  private static final int PROPERTY = 1;

  private static final int MOST_MEMBERS = 200;
  private static final int LONGEST_ID = 64;
  private static final Pattern DIVISION = Pattern.compile("[0-9]{6,12}");

  private final Codes<Household.Residence> residences = new Codes<>(Household.Residence.class);
  private final Codes<Household.PaymentClass> classes = new Codes<>(Household.PaymentClass.class);
  private final Codes<Household.HousingGrade> grades = new Codes<>(Household.HousingGrade.class);
  private final Codes<Household.Risk> risks = new Codes<>(Household.Risk.class);
  private final ReadItems items = new ReadItems();
  private final ReadMember members;
  private final Set<String> areas;

  /**
   * @param asOf nobody may be born after it
   * @param areas division codes that there are; a household must lie in one or below it. Empty: any
   */
  public ReadHousehold(LocalDate asOf, Set<String> areas) {
    this.members = new ReadMember(asOf, items);
    this.areas = areas;
  }

  /**
   * Takes a row of {@link FactTable#HOUSEHOLD} with its file and position behind its columns.
   *
   * @param known faults that were found before the row was made
   */
  public GivenHousehold read(InternalRow row, List<Fault> known) {
    List<Fault> faults = new ArrayList<>(known);
    Cells cells = new Cells(HOUSEHOLD, row, faults);
    if (known.stream().anyMatch(fault -> fault.column().isEmpty())) {
      return new GivenHousehold("", "", null, cells.file(), cells.position(), faults);
    }
    cells.checkOrMore();
    String id = cells.text(ID, LONGEST_ID);
    String area = area(cells);
    Household household = household(cells);
    return new GivenHousehold(
        id,
        area,
        faults.isEmpty() ? household : null,
        cells.file(),
        cells.position(),
        List.copyOf(faults));
  }

  private String area(Cells cells) {
    String area = cells.text(AREA, 12);
    if (!area.isEmpty() && !DIVISION.matcher(area).matches()) {
      cells.fault(AREA, "区划代码" + Fault.shown(area) + "应为 6 至 12 位数字。");
    } else if (!area.isEmpty() && !areas.isEmpty() && !known(area)) {
      cells.fault(AREA, "区划代码“" + area + "”不在给出的区划表中，请核对代码或补充区划表。");
    }
    return area;
  }

  private boolean known(String area) {
    for (int length = area.length(); length >= 6; length--) {
      if (areas.contains(area.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Household household(Cells cells) {
    Household.Residence residence = cells.code(RESIDENCE, residences, Household.Residence.URBAN);
    List<Member> people = members(cells);
    if (people.isEmpty()) {
      return null;
    }
    HouseholdBuilder builder = Household.of(residence, people);
    builder.formerlyPoor(cells.truth(FORMERLY_POOR, false));
    builder.farmer(cells.truth(FARMER, residence == Household.Residence.RURAL));
    builder.paymentClass(cells.code(CLASS, classes));
    builder.housingGrade(cells.code(HOUSING_GRADE, grades));
    builder.dropout(cells.truth(DROPOUT, false));
    builder.uninsuredMembers(cells.whole(UNINSURED, 0, MOST_MEMBERS, 0));
    builder.nobodyAbleToWork(cells.truth(NOBODY_ABLE, false));
    builder.property(items.property(cells.rows(PROPERTY)));
    if (!cells.truth(PROPERTY_COMPLETE, true)) {
      builder.propertyIncomplete();
    }
    List<Household.Risk> stated = cells.codes(RISKS, risks);
    builder.risks(stated.isEmpty() ? EnumSet.noneOf(Household.Risk.class) : EnumSet.copyOf(stated));
    if (!cells.truth(RISKS_COMPLETE, true)) {
      builder.risksUnknown();
    }
    return builder.water(water(cells)).told(told(cells)).build();
  }

  private static Told told(Cells cells) {
    boolean dibao = cells.given(TOLD_DIBAO);
    boolean net = cells.given(TOLD_NET);
    return dibao || net
        ? new Told(
            dibao ? cells.money(TOLD_DIBAO, Range.ZERO) : null,
            net ? cells.money(TOLD_NET, Range.ZERO) : null)
        : Told.NOTHING;
  }

  private static @Nullable Water water(Cells cells) {
    boolean any = false;
    for (int at = QUALITY_SAFE; at <= OUTAGE_DAYS; at++) {
      any |= cells.given(at);
    }
    return any
        ? new Water(
            cells.given(QUALITY_SAFE) ? cells.truth(QUALITY_SAFE, false) : null,
            cells.hundredths(LITRES),
            cells.truth(DRY_AREA, false),
            cells.hundredths(LITRES + 1),
            cells.hundredths(LITRES + 2),
            cells.hundredths(LITRES + 3),
            cells.hundredths(OUTAGE_DAYS))
        : null;
  }

  private List<Member> members(Cells cells) {
    List<Member> people = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int applicants = 0;
    List<Cells> rows = cells.rows(MEMBERS);
    if (rows.isEmpty() || rows.size() > MOST_MEMBERS) {
      cells.fault(HOUSEHOLD.columns().size() + MEMBERS, "一户应有 1 至 200 名成员。");
    }
    for (Cells row : rows) {
      Member member = members.read(row);
      if (!ids.add(member.id())) {
        row.fault(0, "成员编号" + Fault.shown(member.id()) + "在这一户中重复。");
      }
      applicants += member.relation() == Relation.APPLICANT ? 1 : 0;
      people.add(member);
    }
    if (!rows.isEmpty() && applicants != 1) {
      cells.fault(
          HOUSEHOLD.columns().size() + MEMBERS,
          "应有且只有一名申请人（relation 为 applicant），现有 " + applicants + " 名。");
    }
    return people;
  }
}
