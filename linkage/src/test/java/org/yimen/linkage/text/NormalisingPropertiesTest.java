package org.yimen.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalisingPropertiesTest {

  @Property
  void normalising_a_name_twice_is_normalising_it_once(@ForAll("names") String name) {
    String once = Names.normalise(name);
    assertThat(Names.normalise(once)).isEqualTo(once);
  }

  @Property
  void normalising_a_number_twice_is_normalising_it_once(@ForAll("numbers") String number) {
    String once = CitizenNumber.normalise(number).text();
    assertThat(CitizenNumber.normalise(once).text()).isEqualTo(once);
  }

  @Property
  void likeness_is_the_same_in_both_directions(
      @ForAll("names") String left, @ForAll("names") String right) {
    String a = Names.normalise(left);
    String b = Names.normalise(right);
    assertThat(Names.likeness(a, b)).isEqualTo(Names.likeness(b, a)).isBetween(0.0, 1.0);
  }

  @Property
  void a_name_is_wholly_like_itself(@ForAll("names") String name) {
    String clean = Names.normalise(name);
    assertThat(Names.likeness(clean, clean)).isEqualTo(clean.isEmpty() ? 0.0 : 1.0);
  }

  @Property
  void the_sound_of_a_name_does_not_depend_on_the_order_of_its_parts(
      @ForAll("parts") String first, @ForAll("parts") String second) {
    assertThat(Names.soundSkeleton(first + "·" + second))
        .isEqualTo(Names.soundSkeleton(second + "·" + first));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("李玉梅陸軍強艾力素甫买麦提合古丽户主·•．. 　?（）()Xa").ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.strings().withChars("艾力玉素甫买麦提合古丽尔").ofMinLength(1).ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("0123456789９X×*xE+.' \t").ofMaxLength(22);
  }
}
