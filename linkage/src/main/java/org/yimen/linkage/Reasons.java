package org.yimen.linkage;

import java.util.ArrayList;
import java.util.List;

/** Says in Chinese why a row was decided so. */
final class Reasons {
  private Reasons() {}

  static Reason of(RowView row, Verdict verdict) {
    Evidence best = verdict.best();
    return switch (verdict.outcome()) {
      case LINK -> best == null ? founded(row) : linked(best);
      case REVIEW -> best == null ? founded(row) : doubtful(best, verdict);
      case NEW -> founded(row);
      case REFUSED -> refused(row, verdict);
    };
  }

  static String describe(Evidence evidence) {
    return number(evidence) + "，" + others(evidence);
  }

  private static Reason linked(Evidence best) {
    return new Reason("linked-" + code(best), number(best) + "，" + others(best));
  }

  private static Reason doubtful(Evidence best, Verdict verdict) {
    if (best.number() == NumberAgreement.EQUAL && !best.name().fits()) {
      return new Reason("number-of-another-name", "号码与台账中另一姓名的人相同，请核对是错填还是同一人");
    }
    boolean several = verdict.ranked().size() > 1 && verdict.belief() < 0.9;
    String text = number(best) + "，" + others(best);
    return several
        ? new Reason("several-candidates", "有几个人都可能：" + text + "，请核对")
        : new Reason("not-certain", text + "，还不能确定，请核对");
  }

  private static Reason founded(RowView row) {
    return row.number().whole()
        ? new Reason("number-unknown", "登记库中没有这个号码，也没有相符的人，新建")
        : new Reason("nobody-fits", "登记库中没有相符的人，新建");
  }

  private static Reason refused(RowView row, Verdict verdict) {
    if (row.name().isEmpty()) {
      return new Reason("no-identity", "没有姓名，也没有可用的号码，无法认定");
    }
    return verdict.best() == null
        ? new Reason("name-only", "只有姓名，登记库中没有同名的人，无法认定")
        : new Reason("namesakes", "只有姓名，同名的不止一人，无法认定");
  }

  private static String code(Evidence best) {
    String name = best.name().name().toLowerCase(java.util.Locale.ROOT);
    String number =
        best.relativesNumber()
            ? "relatives-number"
            : best.number().name().toLowerCase(java.util.Locale.ROOT);
    return "number-" + number.replace('_', '-') + "-name-" + name;
  }

  private static String number(Evidence evidence) {
    if (evidence.relativesNumber()) {
      return "号码是同户另一人的";
    }
    return switch (evidence.number()) {
      case EQUAL -> "号码一致";
      case OLD_FORM -> "15位旧号码一致";
      case HEAD -> "号码末三位被表格软件改成000，其余一致";
      case TAIL -> "号码前六位是占位数字，其余一致";
      case ONE_SLIP -> "号码错一位";
      case TWO_SLIPS -> "号码错两位";
      case BEGINNING -> "号码只剩开头，相符";
      case SILENT -> "没有可比的号码";
      case UNLIKE, OTHER -> "号码不同";
    };
  }

  private static String others(Evidence evidence) {
    List<String> agree = new ArrayList<>();
    List<String> differ = new ArrayList<>();
    for (Field field : Field.values()) {
      int level = evidence.level(field);
      if (level > 0) {
        (agrees(field, level) ? agree : differ).add(label(field));
      }
    }
    String name = name(evidence.name());
    String same = agree.isEmpty() ? "" : "，" + String.join("、", agree) + "一致";
    String other = differ.isEmpty() ? "" : "，" + String.join("、", differ) + "不符";
    return name + same + other;
  }

  private static boolean agrees(Field field, int level) {
    return switch (field) {
      case BIRTH, PLACE -> level >= 3;
      case SIZE -> level == 4;
      default -> level == 2;
    };
  }

  private static String name(NameAgreement name) {
    return switch (name) {
      case SILENT -> "没有姓名";
      case EQUAL -> "姓名一致";
      case SOUND -> "姓名同音";
      case TRANSCRIBED -> "姓名译写不同、读音相近";
      case GIVEN -> "姓名缺一部分，其余一致";
      case PART -> "姓名相近";
      case WEAK -> "姓名略似";
      case OTHER -> "姓名不符";
    };
  }

  private static String label(Field field) {
    return switch (field) {
      case SEX -> "性别";
      case BIRTH -> "生日";
      case PLACE -> "村（社区）";
      case DOOR -> "门牌";
      case PHONE -> "电话";
      case SIZE -> "家庭人口";
      case OTHER_NAME -> "家属姓名";
      case RELATION -> "与户主关系";
      case HEAD -> "户主身份";
      case COMPANION -> "同户人员";
    };
  }
}
