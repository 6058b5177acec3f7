package org.yimen.casework;

import org.junit.jupiter.api.BeforeEach;

/** What tests of rolls begin with: a family of two on the roll of dibao, and nobody else. */
abstract class RollDay extends CaseworkDay {

  static final String MOTHER = "阿依古丽·买买提";
  static final String CHILD = "努尔江·艾合买提";

  RecheckDesk desk = new RecheckDesk(cases, null);
  Rolls rolls = new Rolls(null);
  TakeOverDesk roll = new TakeOverDesk(cases, desk);

  @BeforeEach
  void a_family_on_the_roll_of_dibao() {
    desk = new RecheckDesk(cases, closeNotices);
    roll = new TakeOverDesk(cases, desk);
    rolls = new Rolls(jdbc);
    rolls.none();
    rolls.family(1, CaseDesk.VILLAGE, MOTHER, CHILD);
    rolls.says(1, "list.dibao", 1_500_00, "2024-03-10");
    rolls.says(1, "size.covered", 2, null);
  }
}
