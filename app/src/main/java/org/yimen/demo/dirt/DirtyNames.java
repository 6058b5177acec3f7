package org.yimen.demo.dirt;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Name;
import org.yimen.demo.district.Table;
import org.yimen.demo.district.Transcriptions;

/** Names as they are heard, typed and cut. */
final class DirtyNames {
  private static final List<String> BLANKS = List.of(" ", "  ", "\u3000");
  private static final List<String> DOTS =
      List.of("·", "•", "‧", "∙", "⋅", "・", "．", ".", "。", " ", "-", "");
  private static final Map<String, String> LOOKALIKES =
      Table.rows("lookalikes.csv").stream().collect(Collectors.toMap(r -> r[0], r -> r[1]));
  private static final Transcriptions TRANSCRIPTIONS = new Transcriptions();

  private final Dice dice;
  private final Noise noise;

  DirtyNames(Dice dice, Noise noise) {
    this.dice = dice;
    this.noise = noise;
  }

  String write(Name name, boolean head) {
    String text = name.hasTwoParts() ? twoParts(name) : plain(name.text());
    if (dice.chance(.25 * noise.name())) {
      text = dice.oneOf(" " + text, text + " ", text + "\u00a0");
    }
    return head && dice.chance(.2 * noise.name()) ? text + "（户主）" : text;
  }

  private String plain(String name) {
    String text = name;
    if (dice.chance(.35 * noise.name())) {
      text = lookalike(text);
    }
    // a name of two characters is stretched to the width of three
    return text.length() == 2 && dice.chance(1.3 * noise.name())
        ? text.charAt(0) + dice.pick(BLANKS) + text.charAt(1)
        : text;
  }

  private String lookalike(String name) {
    int start = dice.between(0, name.length() - 1);
    for (int i = 0; i < name.length(); i++) {
      int at = (start + i) % name.length();
      String wrong = LOOKALIKES.get(name.substring(at, at + 1));
      if (wrong != null) {
        int which = dice.between(0, wrong.length() - 1);
        return name.substring(0, at) + wrong.charAt(which) + name.substring(at + 1);
      }
    }
    return name;
  }

  private String twoParts(Name name) {
    int dot = name.text().indexOf(Name.DOT);
    String given = name.text().substring(0, dot);
    String father = name.text().substring(dot + 1);
    if (dice.chance(noise.variant())) {
      int which = dice.weighted(40, 35, 25);
      given = which == 1 ? given : otherWay(given, name.given());
      father = which == 0 ? father : otherWay(father, name.father());
    }
    double spoilt = noise.name();
    if (dice.chance(.12 * spoilt)) {
      return given;
    }
    if (dice.chance(.15 * spoilt)) {
      return father + dot() + given;
    }
    String whole = given + dot() + father;
    return whole.length() > 7 && dice.chance(.06 * spoilt)
        ? whole.substring(0, dice.between(6, whole.length() - 1))
        : whole;
  }

  private String dot() {
    return dice.chance(Math.min(.5, 1.5 * noise.name()))
        ? dice.pick(DOTS)
        : dice.pick(noise.dots());
  }

  private String otherWay(String text, @Nullable String key) {
    List<String> others =
        TRANSCRIPTIONS.of(key == null ? "" : key).stream().filter(s -> !s.equals(text)).toList();
    return others.isEmpty() ? text : dice.pick(others);
  }
}
