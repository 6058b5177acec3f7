package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/**
 * What a new standard adds to the allowance of a household of which only the allowance is known, as
 * of one taken over from a roll (社会救助暂行办法 第十条). Where the difference to the income is paid
 * (民发〔2021〕57号 第二十三条), the income stays and cancels out: what is left is the rise times the
 * persons.
 */
public final class RaisedStandard {

  /** What else decides an allowance; ids or beginnings of them. */
  private static final List<String> OF_PAYMENT =
      List.of(
          "dibao.payment",
          "dibao.class.",
          "dibao.floorShare",
          "dibao.rounding",
          "dibao.supplement.");

  private RaisedStandard() {}

  /**
   * The household's place in the law.
   *
   * @param area division code
   * @param persons whom the allowance covers
   */
  public record Covered(String area, Household.Residence residence, int persons) {}

  /**
   * From these values to those, for all persons together.
   *
   * @return yuan a month; null where it doesn't follow from the allowance: payment by classes or
   *     with a floor, rounding that the rise doesn't fit into, or another value of dibao's payment
   *     changed too
   */
  public static @Nullable BigDecimal added(
      Covered covered, Map<Parameter, Value> before, Map<Parameter, Value> after) {
    Map<String, Object> was = byId(before);
    Map<String, Object> is = byId(after);
    String standard = "dibao.standard." + covered.residence.code();
    if (!(was.get(standard) instanceof BigDecimal low)
        || !(is.get(standard) instanceof BigDecimal high)
        || !isDifference(is)
        || changesElse(was, is)) {
      return null;
    }
    BigDecimal added = high.subtract(low).multiply(BigDecimal.valueOf(covered.persons));
    return added.remainder(step(is)).signum() == 0 ? added : null;
  }

  private static Map<String, Object> byId(Map<Parameter, Value> values) {
    Map<String, Object> byId = new HashMap<>();
    values.forEach((parameter, value) -> byId.put(parameter.id(), value.raw()));
    return byId;
  }

  private static boolean isDifference(Map<String, Object> values) {
    return "difference".equals(values.get("dibao.payment"))
        && !(values.get("dibao.floorShare") instanceof BigDecimal floor && floor.signum() != 0);
  }

  /** The smallest amount that rounding leaves as it is. */
  private static BigDecimal step(Map<String, Object> values) {
    String rounding = String.valueOf(values.get("dibao.rounding"));
    return rounding.startsWith("ceil")
        ? new BigDecimal(rounding.substring("ceil".length()))
        : new BigDecimal("0.01");
  }

  private static boolean changesElse(Map<String, Object> before, Map<String, Object> after) {
    return after.keySet().stream()
        .filter(id -> OF_PAYMENT.stream().anyMatch(id::startsWith))
        .anyMatch(id -> !Objects.equals(before.get(id), after.get(id)));
  }
}
