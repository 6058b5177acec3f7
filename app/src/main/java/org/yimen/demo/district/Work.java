package org.yimen.demo.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ability to work, school stage, occupation and wage (yuan a year). */
public record Work(String labour, @Nullable String student, @Nullable String job, int wage) {
  public static final String NONE = "无劳动力";
  public static final String WEAK = "弱劳动力或半劳动力";
  public static final String PUBLIC_POST = "公益性岗位";
  public static final String EMPLOYEE = "企业职工";
  public static final String CASUAL = "务工";
  public static final String IDLE = "无业";

  private static final List<String> URBAN =
      List.of(EMPLOYEE, EMPLOYEE, PUBLIC_POST, "个体经营", CASUAL, IDLE);
  private static final List<String> RURAL =
      List.of(EMPLOYEE, PUBLIC_POST, "个体经营", CASUAL, "务农", "牧业");

  static Work draw(Kin kin, Health health, boolean rural, Dice dice) {
    String student = stage(kin.age(), dice);
    String labour = labour(kin, health, dice);
    boolean works = student == null && kin.age() >= 16 && !labour.equals(NONE);
    return new Work(labour, student, works ? dice.pick(rural ? RURAL : URBAN) : null, 0);
  }

  public boolean earns() {
    return job != null && !job.equals(IDLE);
  }

  Work withWage(int yuan) {
    return new Work(labour, student, job, yuan);
  }

  private static @Nullable String stage(int age, Dice dice) {
    if (age < 3 || age > 22) {
      return null;
    }
    if (age < 18) {
      String stage = age < 6 ? "幼儿园" : age < 12 ? "小学" : age < 15 ? "初中" : "高中";
      return dice.chance(age < 6 || age > 15 ? .85 : .98) ? stage : null;
    }
    return dice.chance(.48) ? "大学" : null;
  }

  private static String labour(Kin kin, Health health, Dice dice) {
    if (kin.age() < 16 || kin.age() >= 70 || health.gravelyDisabled()) {
      return NONE;
    }
    if (kin.age() >= 60 || health.disability() > 0) {
      return WEAK;
    }
    return dice.chance(.82) ? "普通劳动力" : "技能劳动力";
  }
}
