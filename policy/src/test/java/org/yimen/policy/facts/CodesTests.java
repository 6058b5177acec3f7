package org.yimen.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yimen.policy.Category;
import org.yimen.policy.Finding;
import org.yimen.policy.WatchKind;
import org.yimen.policy.parameters.TimeLimit;

/** Every code list: written in files by its codes, on pages by its Chinese names. */
class CodesTests {

  static Stream<Class<? extends Coded>> lists() {
    return Stream.of(
        Asset.Kind.class,
        Asset.Vehicle.class,
        Cost.Kind.class,
        Disability.Kind.class,
        Expense.Kind.class,
        Flag.class,
        Household.HousingGrade.class,
        Household.PaymentClass.class,
        Household.Residence.class,
        Household.Risk.class,
        IncomeItem.Kind.class,
        Member.Employment.class,
        Member.Labour.class,
        Member.Sex.class,
        Member.Student.class,
        Member.SupportMode.class,
        Obligor.Status.class,
        Relation.class,
        Category.class,
        Finding.class,
        WatchKind.class,
        TimeLimit.Unit.class);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void codes_are_latin_and_names_chinese_and_none_stands_twice(Class<? extends Coded> list) {
    List<Coded> values = List.of(list.getEnumConstants());
    assertThat(values)
        .extracting(Coded::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[A-Za-z]+"));
    assertThat(values)
        .extracting(Coded::title)
        .doesNotHaveDuplicates()
        .allMatch(title -> title.matches(".*\\p{IsHan}+.*"));
  }

  @Test
  void a_code_finds_its_value_and_another_none() {
    assertThat(Coded.find(Relation.class, "sonInLaw")).isEqualTo(Relation.SON_IN_LAW);
    assertThat(Coded.find(Relation.class, "SON_IN_LAW")).isNull();
    assertThat(Coded.of(Relation.class, "other")).isEqualTo(Relation.OTHER);
    assertThatThrownBy(() -> Coded.of(Relation.class, "uncle"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Relation", "uncle");
  }
}
