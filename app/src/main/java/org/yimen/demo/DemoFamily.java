package org.yimen.demo;

import java.util.List;
import java.util.Map;

/**
 * An invented family that applied some days ago and has come so far.
 *
 * @param wage what the mother earns a month, in yuan
 */
record DemoFamily(String applicant, int daysAgo, Stage stage, int wage) {

  /** How far it has come. */
  enum Stage {
    REGISTERED,
    ACCEPTED,
    INVESTIGATED,
    ON_NOTICE,
    OBJECTED,
    CONFIRMED;

    boolean reaches(Stage other) {
      return compareTo(other) >= 0;
    }
  }

  /** In the order in which they applied; those of one day are decided together. */
  static final List<DemoFamily> ALL =
      List.of(
          new DemoFamily("阿依古丽·示范", 195, Stage.CONFIRMED, 400),
          new DemoFamily("王示范", 195, Stage.CONFIRMED, 600),
          new DemoFamily("马示范", 178, Stage.CONFIRMED, 500),
          new DemoFamily("帕提古丽·示范", 60, Stage.CONFIRMED, 2000),
          new DemoFamily("李示范", 60, Stage.CONFIRMED, 700),
          new DemoFamily("古丽娜尔·示范", 14, Stage.CONFIRMED, 300),
          new DemoFamily("陈示范", 12, Stage.ACCEPTED, 0),
          new DemoFamily("热依汗·示范", 6, Stage.OBJECTED, 450),
          new DemoFamily("张示范", 5, Stage.ON_NOTICE, 350),
          new DemoFamily("赵示范", 2, Stage.INVESTIGATED, 550),
          new DemoFamily("阿米娜·示范", 1, Stage.ACCEPTED, 0),
          new DemoFamily("刘示范", 0, Stage.REGISTERED, 0));

  /** What the visit finds: a mother who is ill and has a wage, and her son. */
  Map<String, Object> household() {
    return Map.of(
        "residence",
        "rural",
        "address",
        "苇子村 " + (10 + wage % 89) + " 号",
        "members",
        List.of(
            Map.of(
                "id", "m1",
                "name", applicant,
                "relation", "applicant",
                "birthDate", "1988-05-01",
                "seriousIllness", true,
                "illness", "肺心病",
                "income", List.of(Map.of("kind", "wage", "monthly", wage))),
            Map.of(
                "id", "m2",
                "name", applicant + "之子",
                "relation", "son",
                "birthDate", "2015-09-01")));
  }
}
