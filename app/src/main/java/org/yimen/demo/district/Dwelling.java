package org.yimen.demo.district;

/** Safety grade of the house (A to D) and the four marks of safe drinking water. */
public record Dwelling(
    String grade, boolean quality, boolean quantity, boolean convenience, boolean assurance) {
  public boolean unsafe() {
    return grade.equals("C") || grade.equals("D");
  }

  public boolean waterIsSafe() {
    return quality && quantity && convenience && assurance;
  }

  static Dwelling draw(boolean rural, Dice dice) {
    int grade = rural ? dice.weighted(55.6, 39.8, 3.6, 1) : dice.weighted(70.8, 28.6, .5, .1);
    String letter = "ABCD".substring(grade, grade + 1);
    return new Dwelling(
        letter, mark(rural, dice), mark(rural, dice), mark(rural, dice), mark(rural, dice));
  }

  private static boolean mark(boolean rural, Dice dice) {
    return !rural || !dice.chance(.003);
  }
}
