package org.yimen.casework.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers by chance from few values, so that both sides often touch the same. */
final class RandomHousehold {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> KINDS = List.of("wage", "pension", "rent");
  private static final List<String> RISKS = List.of("illness", "housing", "water");

  private final Random chance;

  RandomHousehold(Random chance) {
    this.chance = chance;
  }

  private boolean rarely() {
    return chance.nextInt(3) == 0;
  }

  private String any(List<String> of) {
    return of.get(chance.nextInt(of.size()));
  }

  ObjectNode household() {
    ObjectNode household = JSON.createObjectNode();
    household.put("residence", any(List.of("rural", "urban"))).put("address", "1 号");
    ArrayNode members = household.putArray("members");
    int count = 1 + chance.nextInt(3);
    for (int i = 0; i < count; i++) {
      members.add(member("m" + (i + 1), "人" + i));
    }
    return changed(household);
  }

  private ObjectNode member(String mark, String name) {
    ObjectNode member = JSON.createObjectNode();
    member
        .put("id", mark)
        .put("name", name)
        .put("birthDate", "19%02d-01-01".formatted(60 + chance.nextInt(30)));
    for (int i = chance.nextInt(3); i > 0; i--) {
      income(member);
    }
    return member;
  }

  private void income(ObjectNode member) {
    member
        .withArray("income")
        .addObject()
        .put("kind", any(KINDS))
        .put("monthly", 100 * chance.nextInt(4));
  }

  /** A copy in which some of the answers are others, and some are gone. */
  ObjectNode changed(ObjectNode base) {
    ObjectNode copy = base.deepCopy();
    if (rarely()) {
      copy.put("address", chance.nextInt(3) + " 号");
    }
    if (rarely()) {
      copy.remove("residence");
    }
    if (rarely()) {
      copy.withObject("/water").put("qualitySafe", chance.nextBoolean());
    }
    if (rarely()) {
      copy.withObject("/water").put("outageDaysYear", chance.nextInt(3));
    }
    if (rarely()) {
      ArrayNode risks = copy.putArray("risks");
      RISKS.stream().filter(one -> chance.nextBoolean()).forEach(risks::add);
    }
    members(copy.withArray("members"));
    return copy;
  }

  private void members(ArrayNode members) {
    Set<String> known = new HashSet<>();
    members.forEach(one -> known.addAll(List.of(one.get("name").asString(), Marks.of(one))));
    for (int i = members.size() - 1; i >= 0; i--) {
      if (chance.nextInt(6) == 0) {
        members.remove(i);
      } else {
        change((ObjectNode) members.get(i));
      }
    }
    int number = chance.nextInt(3);
    String mark = "m" + (10 + (number + chance.nextInt(2)) % 3);
    if (rarely() && known.add("新" + number) && known.add(mark)) {
      members.add(member(mark, "新" + number).put("birthDate", "201%d-01-01".formatted(number)));
    }
  }

  private void change(ObjectNode member) {
    if (rarely()) {
      member.put("sex", any(List.of("male", "female")));
    }
    if (rarely()) {
      member.put("liveElsewhere", chance.nextBoolean());
    }
    ArrayNode income = member.withArray("income");
    if (rarely() && !income.isEmpty()) {
      income.remove(chance.nextInt(income.size()));
    }
    if (rarely()) {
      income(member);
    }
    if (rarely()) {
      member
          .withArray("expenses")
          .addObject()
          .put("kind", "medical")
          .put("amount", chance.nextInt(4));
    }
  }
}
