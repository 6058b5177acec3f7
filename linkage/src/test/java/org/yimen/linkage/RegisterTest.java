package org.yimen.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yimen.linkage.Rows.aRow;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private static final String NUMBER = Rows.number(LocalDate.of(1966, 8, 6), 315);

  private final Register register = new Register();

  @Test
  void a_person_is_added_once() {
    add(1, "闫守诚", NUMBER);
    assertThatThrownBy(() -> add(1, "闫守诚", NUMBER)).hasMessageContaining("already known");
    assertThat(register.size()).isEqualTo(1);
  }

  @Test
  void another_spelling_learnt_is_known_afterwards() {
    add(1, "艾力·玉素甫", null);
    register.learn(1, aRow("艾里．尤素甫").phone("10012345678").at(0));
    register.learn(1, aRow("艾里．尤素甫").phone("10012345678").at(0));
    assertThat(register.otherNames(0)).containsExactly("艾里·尤素甫");
  }

  @Test
  void a_whole_number_learnt_replaces_a_damaged_one() {
    add(1, "闫守诚", NUMBER.substring(0, 15) + "000");
    register.learn(1, aRow("闫守诚").number(NUMBER).at(0));
    assertThat(register.number(0).text()).isEqualTo(NUMBER);
  }

  @Test
  void a_relatives_number_never_replaces_a_persons_own() {
    add(1, "闫守诚", NUMBER);
    register.learn(1, aRow("闫守诚").number(Rows.number(LocalDate.of(1970, 1, 1), 322)).at(0));
    assertThat(register.number(0).text()).isEqualTo(NUMBER);
  }

  @Test
  void a_register_rebuilt_from_what_was_accepted_decides_the_same() {
    add(1, "闫守诚", NUMBER);
    SourceRecord accepted = aRow("闫守城").number(NUMBER).phone("10012345678").at(0);
    register.learn(1, accepted);
    Decision decision =
        new Linker()
            .link(register, List.of(aRow("闫守城").phone("10012345678").at(3)), () -> 9, () -> 9)
            .get(0);
    assertThat(decision.outcome()).isEqualTo(Outcome.LINK);
    assertThat(decision.person()).isEqualTo(1);
  }

  @Test
  void who_moves_is_a_member_of_the_new_household_only_and_once() {
    add(1, "闫守诚", NUMBER);
    add(2, "李玉梅", null);
    register.move(1, 6);
    assertThat(register.householdOf(1)).isEqualTo(6);
    assertThat(register.members(5)).containsExactly(1);
    assertThat(register.members(6)).containsExactly(0);
    register.move(1, 5);
    assertThat(register.members(5)).containsExactlyInAnyOrder(0, 1);
    assertThat(register.members(6)).isEmpty();
  }

  private void add(long id, String name, String number) {
    register.add(new KnownPerson(id, 5, name, number, null, null, null, null, null, "02"));
  }
}
