package org.yimen.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.registry.NameKeys;

/**
 * What somebody typed to find a household: how a member's name begins in any spelling, how a
 * household number begins, a citizen number or at least its last four characters, or three
 * characters or more out of an address.
 */
record Search(String typed) {

  private static final Pattern LAST_DIGITS = Pattern.compile("\\d{3,17}[\\dX]");
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_-]*");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern MANY_DIGITS = Pattern.compile("\\d{3,}[\\dXx]?");
  private static final int SHORTEST_ADDRESS = 3;

  private static final String BY_NAME =
      """
      select m.household
      from (
        select p.id from registry.name_key k join registry.person p on p.name = k.name
        where k.key like :name or k.key = :sound
        union all
        select s.person from registry.name_key k join registry.person_name s on s.name = k.name
        where k.key like :name or k.key = :sound) found
      join registry.membership m on m.person = found.id""";

  private static final String BY_CITIZEN_NUMBER =
      """
      select m.household from registry.membership m where m.person = any(:numbered)""";

  private static final String BY_NUMBER =
      """
      select n.id from registry.household n
      where n.number like :number or n.number like upper(:number)""";

  private static final String BY_ADDRESS =
      "select a.id from registry.household a where a.address like :address";

  static Search of(@Nullable String q) {
    return new Search(q == null ? "" : q.strip());
  }

  /** What was asked, for the audit: of a number only how much of it was typed. */
  String told() {
    return MANY_DIGITS
        .matcher(typed)
        .replaceAll(digits -> "（%d 位数字）".formatted(digits.group().length()));
  }

  /** Numbers are sealed: who bears one is looked up beforehand. */
  interface Numbers {
    Long[] endingWith(String digits);
  }

  void addTo(List<String> terms, Map<String, Object> values, Numbers numbers) {
    if (typed.isEmpty()) {
      return;
    }
    List<String> ways = new ArrayList<>();
    String upper = typed.toUpperCase(Locale.ROOT);
    String name = NameKeys.beginning(typed);
    if (!name.isEmpty() && !DIGIT.matcher(typed).find()) {
      ways.add(BY_NAME);
      values.put("name", name + "%");
      values.put("sound", NameKeys.sound(typed));
    }
    if (LAST_DIGITS.matcher(upper).matches()) {
      ways.add(BY_CITIZEN_NUMBER);
      values.put("numbered", numbers.endingWith(upper));
    }
    if (NUMBER.matcher(typed).matches()) {
      ways.add(BY_NUMBER);
      values.put("number", literal(typed) + "%");
    }
    if (typed.length() >= SHORTEST_ADDRESS) {
      ways.add(BY_ADDRESS);
      values.put("address", "%" + literal(typed) + "%");
    }
    terms.add(
        ways.isEmpty() ? "false" : "h.id in (%s)".formatted(String.join("\nunion all\n", ways)));
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
