package org.yimen.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yimen.linkage.Rows.aRow;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.linkage.text.Sex;

class LinkerTest {
  private static final LocalDate BORN = LocalDate.of(1971, 5, 12);
  private static final String NUMBER = Rows.number(BORN, 316);
  private static final LocalDate WIFE_BORN = LocalDate.of(1974, 9, 3);
  private static final String WIFES_NUMBER = Rows.number(WIFE_BORN, 527);

  private Village village;
  private long household;
  private long man;
  private long wife;

  @BeforeEach
  void settle() {
    village = new Village();
    household = village.nextHousehold();
    man = village.add("闫守诚", NUMBER, Village.HERE, household, "02");
    wife = village.add("薛彩萍", WIFES_NUMBER, Village.HERE, household, "12");
  }

  @Test
  void number_and_name_agree() {
    assertLinked(aRow("闫守诚").number(NUMBER), man);
  }

  @Test
  void a_full_width_number_and_a_name_with_blanks_agree() {
    StringBuilder wide = new StringBuilder();
    NUMBER.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    assertLinked(aRow("闫 守　诚（户主）").number(wide.toString()), man);
  }

  @Test
  void a_mistyped_digit_is_forgiven_where_the_name_agrees() {
    char typo = NUMBER.charAt(9) == '8' ? '7' : '8';
    assertLinked(aRow("闫守诚").number(NUMBER.substring(0, 9) + typo + NUMBER.substring(10)), man);
  }

  @Test
  void two_exchanged_digits_are_forgiven_where_the_name_agrees() {
    String turned = NUMBER.substring(0, 13) + NUMBER.charAt(14) + NUMBER.charAt(13);
    assertLinked(aRow("闫守诚").number(turned + NUMBER.substring(15)), man);
  }

  @Test
  void a_lost_digit_is_forgiven_where_the_name_agrees() {
    assertLinked(aRow("闫守诚").number(NUMBER.substring(0, 17)), man);
  }

  @Test
  void zeros_of_a_spreadsheet_are_forgiven_where_the_name_agrees() {
    assertLinked(aRow("闫守诚").number(NUMBER.substring(0, 15) + "000"), man);
  }

  @Test
  void the_old_number_of_fifteen_digits_is_the_same_number() {
    String old = NUMBER.substring(0, 6) + NUMBER.substring(8, 17);
    assertLinked(aRow("闫守诚").number(old), man);
  }

  @Test
  void a_placeholder_leaves_the_day_of_birth() {
    assertLinked(aRow("闫守诚").number("999999" + NUMBER.substring(6, 14) + "0415"), man);
  }

  @Test
  void what_scientific_notation_leaves_is_not_enough_against_a_name_of_many() {
    village.add("闫守诚", Rows.number(BORN.plusDays(900), 318), Village.THERE, 0, "02");
    Decision decision = village.link(aRow("闫守诚").number("6.50199E+17"));
    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(decision.suggestions()).extracting(Suggestion::person).contains(man);
  }

  @Test
  void a_disability_number_leads_to_its_holder() {
    assertLinked(aRow("闫守诚").number(NUMBER + "43"), man);
  }

  @Test
  void the_wifes_number_does_not_make_him_his_wife() {
    Decision decision = village.link(aRow("闫守诚").number(WIFES_NUMBER));
    assertThat(decision.person()).isNotEqualTo(wife);
    assertThat(decision.person()).isEqualTo(man);
    assertThat(decision.reason().text()).contains("同户另一人");
  }

  @Test
  void a_strangers_name_under_a_known_number_goes_to_a_person_to_decide() {
    Decision decision = village.link(aRow("翟玉琳").number(NUMBER));
    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(decision.reason().code()).isEqualTo("number-of-another-name");
    assertThat(decision.suggestions().get(0).person()).isEqualTo(man);
  }

  @Test
  void a_number_without_any_name_goes_to_a_person_to_decide() {
    assertThat(village.link(aRow("").number(NUMBER)).outcome()).isEqualTo(Outcome.REVIEW);
  }

  @Test
  void a_brother_with_the_same_name_and_a_number_of_his_own_is_somebody_new() {
    String own = Rows.number(BORN.plusYears(4), 338);
    Rows row = aRow("闫守诚").number(own).village(Village.HERE).born(BORN.plusYears(4));
    assertThat(village.link(row).outcome()).isEqualTo(Outcome.NEW);
  }

  @Test
  void a_homophone_is_forgiven_where_the_number_agrees() {
    assertLinked(aRow("闫守成").number(NUMBER), man);
  }

  @Test
  void a_head_without_number_is_found_by_village_and_size() {
    assertLinked(aRow("闫守诚").village(Village.HERE).size(2).head(), man);
  }

  @Test
  void of_two_heads_of_one_name_the_size_of_the_household_tells() {
    long other = village.nextHousehold();
    village.add("闫守诚", Rows.number(BORN.plusDays(400), 331), Village.HERE, other, "02");
    for (int child = 0; child < 4; child++) {
      village.add("闫小" + "甲乙丙丁".charAt(child), "", Village.HERE, other, "20");
    }
    Decision two = village.link(aRow("闫守诚").village(Village.HERE).size(2).head());
    assertThat(two.outcome()).isIn(Outcome.LINK, Outcome.REVIEW);
    assertThat(two.outcome() == Outcome.LINK ? two.person() : two.suggestions().get(0).person())
        .isEqualTo(man);
  }

  @Test
  void two_heads_who_cannot_be_told_apart_go_to_a_person_to_decide() {
    long other = village.nextHousehold();
    village.add("闫守诚", Rows.number(BORN.plusDays(400), 331), Village.HERE, other, "02");
    village.add("闫小甲", "", Village.HERE, other, "20");
    Decision decision = village.link(aRow("闫守诚").village(Village.HERE).size(2).head());
    assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(decision.suggestions()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void companions_in_the_household_lead_to_a_misspelt_member() {
    long son =
        village.add("闫文博", Rows.number(BORN.plusYears(28), 315), Village.HERE, household, "20");
    List<Decision> decisions =
        village.link(
            List.of(
                aRow("闫守诚").number(NUMBER).household("a").at(0), aRow("闫文波").household("a").at(1)));
    assertThat(decisions.get(1).outcome()).isEqualTo(Outcome.LINK);
    assertThat(decisions.get(1).person()).isEqualTo(son);
  }

  @Test
  void a_minority_name_in_another_transcription_is_found_by_village() {
    long known =
        village.add("努尔麦麦提·肖开提", NUMBER.replace("650199", "652399"), Village.HERE, 0, "02");
    Rows row = aRow("奴尔买买提．肖开提").village(Village.HERE).born(BORN).sex(Sex.FEMALE);
    assertLinked(row, known);
  }

  @Test
  void a_phone_learnt_from_one_file_finds_the_person_in_another() {
    village.link(aRow("闫守诚").number(NUMBER).phone("100-1234-5678"));
    assertLinked(aRow("闫守城").phone("10012345678"), man);
  }

  @Test
  void a_child_is_found_by_guardian_and_house() {
    long child =
        village.add("闫可欣", Rows.number(BORN.plusYears(40), 326), Village.HERE, household, "30");
    Rows row = aRow("闫可心").village(Village.HERE).other("闫守诚").born(BORN.plusYears(40));
    assertLinked(row, child);
  }

  @Test
  void somebody_unknown_is_founded_once_and_found_afterwards() {
    String number = Rows.number(LocalDate.of(1988, 2, 29), 322);
    Decision first = village.link(aRow("翟玉琳").number(number).village(Village.THERE));
    assertThat(first.outcome()).isEqualTo(Outcome.NEW);
    assertThat(first.household()).isNotZero();
    assertLinked(aRow("翟玉林").number(number), first.person());
  }

  @Test
  void members_founded_together_share_a_household() {
    List<Decision> decisions =
        village.link(
            List.of(
                aRow("翟玉琳").number(Rows.number(BORN.plusDays(9), 322)).household("b").at(0),
                aRow("翟小龙").number(Rows.number(BORN.plusDays(7000), 313)).household("b").at(1)));
    assertThat(decisions).extracting(Decision::outcome).containsOnly(Outcome.NEW);
    assertThat(decisions.get(0).household()).isEqualTo(decisions.get(1).household());
  }

  @Test
  void a_name_alone_that_nobody_bears_is_refused() {
    Decision decision = village.link(aRow("翟玉琳"));
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reason().text()).contains("只有姓名");
  }

  @Test
  void a_row_without_name_and_number_is_refused() {
    assertThat(village.link(aRow("").village(Village.HERE)).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void the_same_rows_get_the_same_ids() {
    List<SourceRecord> rows =
        List.of(
            aRow("闫守诚").number(NUMBER).at(0),
            aRow("翟玉琳").number(Rows.number(BORN.plusDays(9), 322)).at(1),
            aRow("翟玉琳").village(Village.THERE).at(2));
    assertThat(village.link(rows)).isEqualTo(again(rows));
  }

  private List<Decision> again(List<SourceRecord> rows) {
    settle();
    return village.link(rows);
  }

  private void assertLinked(Rows row, long person) {
    Decision decision = village.link(row);
    assertThat(decision.outcome()).as(decision.reason().text()).isEqualTo(Outcome.LINK);
    assertThat(decision.person()).isEqualTo(person);
    assertThat(decision.row()).isEqualTo(7);
  }
}
