package org.yimen.eligibility.openfisca;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.IncomeItem;

/** Facts of the case format that a situation may state, by the variable's id. */
final class Inputs {

  static final String INCOME = "income_";
  static final String EXPENSE = "expense_";
  static final String PROPERTY = "property_";

  static final Map<String, Input> PERSON = person();
  static final Map<String, Input> HOUSEHOLD = household();

  /** A fact: what it is and OpenFisca's type of it. */
  record Input(String description, String valueType) {}

  private Inputs() {}

  static Map<String, Input> of(String entity) {
    return entity.equals("person") ? PERSON : HOUSEHOLD;
  }

  private static Map<String, Input> person() {
    Map<String, Input> all = new LinkedHashMap<>();
    all.put("relation", new Input("与申请人的关系", "String"));
    all.put("birthDate", new Input("出生日期", "Date"));
    all.put("labour", new Input("劳动能力", "String"));
    all.put("employment", new Input("就业状况", "String"));
    all.put("student", new Input("在读", "String"));
    all.put("livesTogetherMonths", new Input("共同生活月数", "Int"));
    all.put("clergyYears", new Input("教职年数", "Float"));
    all.put("disabilityCategory", new Input("残疾类别", "String"));
    all.put("disabilityLevel", new Input("残疾等级", "Int"));
    for (Flag flag : Flag.values()) {
      all.put(flag.code(), new Input(flag.title(), "Boolean"));
    }
    add(all, INCOME, IncomeItem.Kind.values(), "（月收入，元）");
    add(all, EXPENSE, Expense.Kind.values(), "（近十二个月自付，元）");
    return all;
  }

  private static Map<String, Input> household() {
    Map<String, Input> all = new LinkedHashMap<>();
    all.put("area", new Input("区划代码", "String"));
    all.put("residence", new Input("城市或农村", "String"));
    all.put("class", new Input("发放类别", "String"));
    all.put("housingGrade", new Input("住房等级", "String"));
    all.put("formerlyPoor", new Input("脱贫户", "Boolean"));
    all.put("farmer", new Input("是农户", "Boolean"));
    all.put("dropout", new Input("有失学辍学", "Boolean"));
    all.put("nobodyAbleToWork", new Input("整户无劳动能力", "Boolean"));
    all.put("homes", new Input("住房套数", "Int"));
    all.put("cars", new Input("小汽车辆数", "Int"));
    Asset.Kind[] financial =
        Stream.of(Asset.Kind.values())
            .filter(kind -> kind.ordinal() < Asset.Kind.VEHICLE.ordinal())
            .toArray(Asset.Kind[]::new);
    add(all, PROPERTY, financial, "（元）");
    return all;
  }

  private static void add(Map<String, Input> all, String before, Coded[] kinds, String after) {
    for (Coded kind : kinds) {
      all.put(before + kind.code(), new Input(kind.title() + after, "Float"));
    }
  }
}
