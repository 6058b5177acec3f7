package org.yimen.demo.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names a household: surnames pass from father to child, and so do fathers' names. */
final class Namer {
  static final String HAN = "01";
  static final String MONGOL = "02";
  static final String HUI = "03";
  static final String UYGHUR = "05";
  static final String KAZAKH = "17";

  private final Map<String, String> letters =
      Table.rows("names.csv").stream().collect(Collectors.toMap(r -> r[0], r -> r[1]));
  private final Transcriptions transcriptions = new Transcriptions();

  String ethnicGroup(Dice dice) {
    return List.of(HAN, HUI, KAZAKH, UYGHUR, MONGOL).get(dice.weighted(55.7, 22.8, 10.9, 9.8, .8));
  }

  List<Name> name(List<Kin> family, String ethnic, Dice dice) {
    return switch (ethnic) {
      case UYGHUR -> byFather(family, "ug", dice);
      case KAZAKH -> byFather(family, "kk", dice);
      default -> bySurname(family, ethnic.equals(HUI) ? "surname.hui" : "surname.han", dice);
    };
  }

  private List<Name> bySurname(List<Kin> family, String surnames, Dice dice) {
    String head = letter(surnames, dice);
    String absent = letter(surnames, dice);
    String line = family.get(0).male() ? head : absent;
    List<Name> names = new ArrayList<>();
    for (Kin kin : family) {
      String surname =
          switch (kin.relation()) {
            case Kin.HEAD, Kin.FATHER -> head;
            case Kin.WIFE, Kin.MOTHER -> letter(surnames, dice);
            default -> line;
          };
      names.add(Name.plain(surname + given(kin, dice)));
    }
    return names;
  }

  private String given(Kin kin, Dice dice) {
    boolean old = kin.age() >= 45 ? dice.chance(.82) : dice.chance(.12);
    String list = "given." + (kin.male() ? "male." : "female.") + (old ? "old" : "young");
    String first = letter(list, dice);
    return dice.chance(.28) ? first : first + letter(list, dice);
  }

  private String letter(String list, Dice dice) {
    String all = letters.getOrDefault(list, "");
    int at = dice.between(0, all.length() - 1);
    return all.substring(at, at + 1);
  }

  private List<Name> byFather(List<Kin> family, String language, Dice dice) {
    Name.Part head = part(language, family.get(0).male(), dice);
    Name.Part grandfather = part(language, true, dice);
    Name.Part line = family.get(0).male() ? head : part(language, true, dice);
    List<Name> names = new ArrayList<>();
    for (Kin kin : family) {
      names.add(
          switch (kin.relation()) {
            case Kin.HEAD -> Name.of(head, grandfather);
            case Kin.FATHER -> Name.of(grandfather, part(language, true, dice));
            case Kin.SON, Kin.DAUGHTER -> Name.of(part(language, kin.male(), dice), line);
            default -> Name.of(part(language, kin.male(), dice), part(language, true, dice));
          });
    }
    return names;
  }

  private Name.Part part(String language, boolean male, Dice dice) {
    return transcriptions.draw(language, male, dice);
  }

  static @Nullable String label(String ethnic) {
    return Map.of(HAN, "汉", MONGOL, "蒙古", HUI, "回", UYGHUR, "维吾尔", KAZAKH, "哈萨克").get(ethnic);
  }
}
