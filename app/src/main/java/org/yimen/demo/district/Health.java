package org.yimen.demo.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ails a person and what it cost: disability category (1 sight to 7 several, 0 none) and level
 * (1 gravest), whether certified, chronic and serious diseases, own payments of twelve months
 * (yuan).
 */
public record Health(
    int disability,
    int level,
    boolean certified,
    List<String> chronic,
    @Nullable String serious,
    int paid) {
  static final Health GOOD = new Health(0, 0, false, List.of(), null, 0);

  private static final List<String> SERIOUS =
      List.of("终末期肾病", "慢性阻塞性肺气肿", "宫颈癌", "食道癌", "结直肠癌", "肺癌", "急性心肌梗死", "肝癌", "胃癌", "脑卒中", "乳腺癌");

  static Health draw(Kin kin, Dice dice) {
    int age = kin.age();
    boolean disabled = dice.chance(byAge(age, .022, .03, .043, .063, .205));
    boolean ill = dice.chance(byAge(age, .001, .005, .195, .447, .59));
    boolean gravelyIll = dice.chance(byAge(age, .001, .002, .0106, .015, .011));
    if (!disabled && !ill && !gravelyIll) {
      return GOOD;
    }
    int paid = gravelyIll ? (int) dice.logNormal(27_200, .73) : 0;
    if (ill && !gravelyIll) {
      paid = (int) dice.logNormal(2_190, .71);
    }
    String serious = gravelyIll ? seriousDisease(kin, dice) : null;
    List<String> chronic = ill ? chronicDiseases(dice) : List.of();
    return disabled
        ? new Health(category(dice), level(dice), dice.chance(.645), chronic, serious, paid)
        : new Health(0, 0, false, chronic, serious, paid);
  }

  public boolean gravelyDisabled() {
    return disability > 0 && level <= 2;
  }

  private static double byAge(int age, double... rates) {
    return rates[age < 16 ? 0 : age < 35 ? 1 : age < 50 ? 2 : age < 60 ? 3 : 4];
  }

  private static int category(Dice dice) {
    return 1 + dice.weighted(342, 594, 36, 755, 152, 178, 412);
  }

  private static int level(Dice dice) {
    return 1 + dice.weighted(393, 576, 736, 764);
  }

  private static List<String> chronicDiseases(Dice dice) {
    return switch (dice.weighted(667, 200, 111, 12.5, 3, 2.4)) {
      case 0 -> List.of("高血压");
      case 1 -> List.of("糖尿病");
      case 2 -> List.of("高血压", "糖尿病");
      case 3 -> List.of("严重精神障碍");
      case 4 -> List.of("高血压", "严重精神障碍");
      default -> List.of("结核病");
    };
  }

  private static String seriousDisease(Kin kin, Dice dice) {
    if (kin.age() < 16) {
      return "儿童白血病";
    }
    String disease = dice.pick(SERIOUS);
    return kin.male() && (disease.equals("宫颈癌") || disease.equals("乳腺癌")) ? "胃癌" : disease;
  }
}
