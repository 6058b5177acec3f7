package org.yimen.eligibility.indication;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.Holdings;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.IncomeTold;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.eligibility.evidence.MemberRecord;
import org.yimen.policy.Category;

/** Says in one sentence why a household stands in its group, and what the visit has to ask. */
final class Reasons {

  private static final int OLD = 60;
  private static final int SEVERE = 2;

  private Reasons() {}

  static String of(Tried tried, Group group) {
    return switch (group) {
      case LISTED_CONTRADICTED -> on(tried) + "，但" + doubts(tried) + "，请核实。";
      case LISTED_OTHER ->
          on(tried) + "，数据指向" + tried.likely().category().title() + "：" + told(tried) + "，请复核类别。";
      case LISTED_AGREES -> on(tried) + "，没有数据与之相反" + gone(tried.household()) + "。";
      case UNLISTED_LIKELY ->
          unlisted(tried) + told(tried) + line(tried) + "，未查到车辆、经营主体或其他房产；存款未核对。";
      case UNLISTED_UNCLEAR -> unclear(tried);
      case UNLISTED_NOT -> "不在救助名册；" + not(tried) + "。";
    };
  }

  private static String on(Tried tried) {
    return tried.lists().stream().map(Lists::title).collect(Collectors.joining("、", "在", "名册"));
  }

  private static String unlisted(Tried tried) {
    return tried.isWatched() ? "已是防止返贫监测对象，但不在救助名册；" : "不在救助名册；";
  }

  private static String doubts(Tried tried) {
    return tried.doubts().stream().map(Doubt::text).collect(Collectors.joining("；"));
  }

  private static String gone(HouseholdRecord household) {
    int gone = household.gone().size();
    return gone == 0 ? "" : "；有" + gone + "名成员已故，请核对保障人数";
  }

  private static String told(Tried tried) {
    IncomeTold told = tried.told();
    return told == null
        ? "没有文件记载家庭全部收入"
        : told.origin().title() + "家庭人均月收入" + Yuan.of(told.monthlyPerHead()) + "元";
  }

  private static String line(Tried tried) {
    return switch (tried.likely().category()) {
      case TEKUN, DIBAO -> "，低于低保标准" + Yuan.of(tried.lines().standard()) + "元";
      case DIBAO_MARGIN -> "，低于低保边缘线" + Yuan.of(tried.lines().margin()) + "元";
      default -> "，低于当地人均可支配收入，必需支出已达收入的规定比例";
    };
  }

  private static String unclear(Tried tried) {
    if (tried.likely().category() == Category.OTHER_DIFFICULTY) {
      return "不在救助名册；" + told(tried) + "，有返贫致贫风险，需入户了解。";
    }
    String text = "不在救助名册；" + told(tried);
    if (tried.isCloseToLine()) {
      return text + "，离界线太近，须核对后才能判断。";
    }
    long wages = tried.household().wages();
    if (wages > 0) {
      text += "，已知参保缴费工资人均每月" + Yuan.of(wages / tried.household().members().size()) + "元";
    }
    return text + burdens(tried.household()) + "。";
  }

  private static String burdens(HouseholdRecord household) {
    int severe = household.disabled(SEVERE);
    long ill =
        household.members().stream().filter(one -> one.has(FactKind.SERIOUS_ILLNESS)).count();
    return (severe > 0 ? "，有" + severe + "名重度残疾人" : "") + (ill > 0 ? "，有" + ill + "名大病患者" : "");
  }

  private static String not(Tried tried) {
    List<String> hits = Holdings.sentences(tried.household());
    if (!hits.isEmpty()) {
      return String.join("，", hits) + "（登记信息，未核实）";
    }
    if (tried.told() != null) {
      return told(tried) + "，高于各类界线";
    }
    long wages = tried.household().wages() / tried.household().members().size();
    return "已知参保缴费工资人均每月" + Yuan.of(wages) + "元，高于各类界线";
  }

  /** What the visit or the check has to find out, in the order in which to ask. */
  static Set<Missing> missing(Tried tried, Group group, LocalDate asOf) {
    Set<Missing> missing = EnumSet.noneOf(Missing.class);
    switch (group) {
      case LISTED_CONTRADICTED -> tried.doubts().forEach(doubt -> missing.add(asks(doubt)));
      case LISTED_OTHER -> missing.addAll(List.of(Missing.INCOME, Missing.SAVINGS));
      case UNLISTED_LIKELY, UNLISTED_UNCLEAR -> {
        missing.addAll(List.of(Missing.INCOME, Missing.SAVINGS));
        family(tried, missing, asOf);
      }
      case UNLISTED_NOT -> {
        if (!Holdings.sentences(tried.household()).isEmpty()) {
          missing.add(Missing.PROPERTY);
        }
      }
      case LISTED_AGREES -> {
        if (!tried.household().gone().isEmpty()) {
          missing.add(Missing.PERSONS);
        }
      }
    }
    return missing;
  }

  private static Missing asks(Doubt doubt) {
    return switch (doubt.kind()) {
      case ASSETS -> Missing.PROPERTY;
      case PROJECTED -> Missing.WORK;
      case NOBODY -> Missing.PERSONS;
      default -> Missing.INCOME;
    };
  }

  private static void family(Tried tried, Set<Missing> missing, LocalDate asOf) {
    for (MemberRecord one : tried.household().members()) {
      if (one.age(asOf) >= OLD || one.disabled(SEVERE)) {
        missing.add(Missing.OBLIGORS);
      }
      if (one.has(FactKind.SERIOUS_ILLNESS)) {
        missing.add(Missing.EXPENSES);
      }
      if (UnseenWork.isUnseen(one, asOf)) {
        missing.add(Missing.WORK);
      }
    }
  }
}
