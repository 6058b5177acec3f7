package org.yimen.exchange.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.pairs.PairController.PairField;
import org.yimen.linkage.matching.EditDistance;
import org.yimen.linkage.matching.Spelling;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Names;
import org.yimen.registry.CodeNames;

/** Compares what a row says with what the register holds, field by field. */
final class SideBySide {

  private static final String SAME = "same";
  private static final String SIMILAR = "similar";
  private static final String DIFFERENT = "different";
  private static final double NAMES_ALIKE = 0.78;
  private static final double TEXTS_ALIKE = 0.75;
  private static final int TOWN = 9;
  private static final int MONTH = 7;

  private final Map<String, Object> row;
  private final Map<String, Object> known;
  private final List<PairField> fields = new ArrayList<>();

  private SideBySide(Map<String, Object> row, Map<String, Object> known) {
    this.row = row;
    this.known = known;
  }

  /**
   * The fields in the order in which people look at them; those that neither side has are left out.
   */
  static List<PairField> fields(Map<String, Object> row, Map<String, Object> known) {
    SideBySide pair = new SideBySide(row, known);
    pair.name();
    pair.number();
    pair.add("sex", "性别", SideBySide::sex, SideBySide::equal);
    pair.add("birth", "出生日期", text -> text, SideBySide::births);
    pair.area();
    pair.add("address", "住址", text -> text, SideBySide::texts);
    pair.phone();
    pair.add("relation", "与户主关系", SideBySide::relation, SideBySide::equal);
    pair.add("size", "家庭人口", text -> text, SideBySide::equal);
    pair.others();
    return pair.fields;
  }

  private static @Nullable String text(Map<String, Object> side, String field) {
    Object value = side.get(field);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  private void add(
      String field, String label, UnaryOperator<String> shown, BinaryOperator<String> agreement) {
    String left = text(row, field);
    String right = text(known, field);
    String level = left == null || right == null ? "missing" : agreement.apply(left, right);
    put(
        field,
        label,
        left == null ? null : shown.apply(left),
        right == null ? null : shown.apply(right),
        level);
  }

  private void put(
      String field, String label, @Nullable String left, @Nullable String right, String agreement) {
    if (left != null || right != null) {
      fields.add(new PairField(field, label, left, right, agreement));
    }
  }

  /** The spelling of the person's that comes nearest decides. */
  private void name() {
    String said = Objects.requireNonNullElse(text(row, "name"), "");
    String name = Objects.requireNonNullElse(text(known, "name"), "");
    double best = likeness(said, name);
    String shown = name;
    if (known.get("spellings") instanceof java.sql.Array spellings) {
      for (String spelling : strings(spellings)) {
        if (likeness(said, spelling) > best) {
          best = likeness(said, spelling);
          shown = name + "（又作 " + spelling + "）";
        }
      }
    }
    String level = best >= 1 ? SAME : best >= NAMES_ALIKE ? SIMILAR : DIFFERENT;
    put("name", "姓名", said.isEmpty() ? null : said, shown, said.isEmpty() ? "missing" : level);
  }

  private static double likeness(String left, String right) {
    return Names.likeness(Names.normalise(left), Names.normalise(right));
  }

  private static List<String> strings(java.sql.Array array) {
    try {
      return List.of((String[]) array.getArray());
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void number() {
    String left = text(row, "number");
    String right = text(known, "number");
    if (left == null || right == null) {
      put("number", "公民身份号码", Masked.alone(left), Masked.alone(right), "missing");
      return;
    }
    String said = CitizenNumber.normalise(left).text();
    String kept = CitizenNumber.normalise(right).text();
    int slips = EditDistance.within(said, kept, 2);
    String level = slips == 0 ? SAME : slips <= 2 ? SIMILAR : DIFFERENT;
    put("number", "公民身份号码", Masked.against(said, kept), Masked.against(kept, said), level);
  }

  private void phone() {
    String left = digits(text(row, "phone"));
    String right = digits(text(known, "phone"));
    if (left == null || right == null) {
      put("phone", "联系电话", Masked.alone(left), Masked.alone(right), "missing");
    } else {
      put(
          "phone",
          "联系电话",
          Masked.against(left, right),
          Masked.against(right, left),
          left.equals(right) ? SAME : DIFFERENT);
    }
  }

  private static @Nullable String digits(@Nullable String text) {
    return text == null ? null : text.replaceAll("[^0-9]", "");
  }

  private void area() {
    String left = text(row, "area");
    String right = text(known, "area");
    String level = left == null || right == null ? "missing" : areas(left, right);
    put("area", "村（社区）", area(row, left), area(known, right), level);
  }

  private static @Nullable String area(Map<String, Object> side, @Nullable String code) {
    String name = text(side, "area_name");
    return name != null ? name : code;
  }

  private static String areas(String left, String right) {
    if (left.equals(right)) {
      return SAME;
    }
    boolean town = left.regionMatches(0, right, 0, TOWN);
    boolean vague = left.length() == TOWN || right.length() == TOWN;
    return town && vague ? SAME : town ? SIMILAR : DIFFERENT;
  }

  /** The row names a guardian, payee or relative; the register knows who lives with the person. */
  private void others() {
    String said = text(row, "other_name");
    if (said == null) {
      return;
    }
    String members = text(known, "other_name");
    double best = 0;
    for (String member : members == null ? new String[0] : members.split("、")) {
      best = Math.max(best, likeness(said, member));
    }
    String level = best >= 1 ? SAME : best >= NAMES_ALIKE ? SIMILAR : DIFFERENT;
    put("otherName", "家属姓名", said, members, members == null ? "missing" : level);
  }

  private static String relation(String code) {
    return Objects.requireNonNullElse(CodeNames.relation(code), code);
  }

  private static String sex(String code) {
    return code.equals("male") ? "男" : "女";
  }

  private static String equal(String left, String right) {
    return left.equals(right) ? SAME : DIFFERENT;
  }

  private static String births(String left, String right) {
    int known = Math.min(left.length(), right.length());
    if (left.regionMatches(0, right, 0, known)) {
      return known == left.length() && known == right.length() ? SAME : SIMILAR;
    }
    boolean near =
        known >= MONTH && left.regionMatches(0, right, 0, MONTH)
            || EditDistance.within(left, right, 2) <= 2;
    return near ? SIMILAR : DIFFERENT;
  }

  private static String texts(String left, String right) {
    if (left.equals(right)) {
      return SAME;
    }
    boolean part = left.contains(right) || right.contains(left);
    return part || Spelling.likeness(left, right) >= TEXTS_ALIKE ? SIMILAR : DIFFERENT;
  }
}
