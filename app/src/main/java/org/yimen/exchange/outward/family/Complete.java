package org.yimen.exchange.outward.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds what follows from what is told of a family, whichever source told it. */
final class Complete {

  private static final int MOST_RISKS = 5;
  private static final int CERTIFICATE = 20;

  /** Names of areas by their codes. */
  private final Map<String, String> areas;

  Complete(Map<String, String> areas) {
    this.areas = areas;
  }

  Family done(Family family) {
    ObjectNode told = family.told();
    places(told, family.area());
    told.put("size", family.members().size());
    if (!family.members().isEmpty()) {
      Family.Person head = head(family.members());
      told.put("headName", head.name());
      told.set("headNumber", head.told().path("number"));
    }
    told.put(
        "householdType", told.path("formerlyPoor").asBoolean(false) ? "formerlyPoor" : "ordinary");
    risks(told);
    home(told);
    family.members().forEach(one -> member(one.told()));
    return family;
  }

  private void places(ObjectNode told, String area) {
    told.put("area", area);
    told.put("town", name(area, 9));
    told.put("village", name(area, 12));
    told.put("county", name(area, 6));
  }

  private String name(String area, int length) {
    return area.length() < length ? "" : areas.getOrDefault(area.substring(0, length), "");
  }

  private static Family.Person head(List<Family.Person> members) {
    return members.stream()
        .filter(one -> one.told().path("relation").asString("").equals("applicant"))
        .findFirst()
        .orElse(members.get(0));
  }

  private static void risks(ObjectNode told) {
    List<String> risks = new ArrayList<>();
    told.path("risks").forEach(one -> risks.add(one.asString("")));
    if (!told.path("otherRisk").asString("").isEmpty()) {
      risks.add("other");
    }
    ArrayNode all = told.putArray("allRisks");
    risks.stream().distinct().limit(MOST_RISKS).forEach(all::add);
    for (int i = 0; i < all.size(); i++) {
      told.set("risk" + (i + 1), all.get(i));
    }
  }

  /** A home of grade C or D is unsafe, as is one at risk; water likewise (乡村振兴 三保障). */
  private static void home(ObjectNode told) {
    Set<String> risks = new java.util.HashSet<>();
    told.path("allRisks").forEach(one -> risks.add(one.asString()));
    String grade = told.path("housingGrade").asString("");
    if (!told.path("unsafeHome").isBoolean()) {
      told.put("unsafeHome", Set.of("C", "D").contains(grade));
    }
    JsonNode water = told.path("water").path("qualitySafe");
    told.put("safeWater", !risks.contains("water") && water.asBoolean(true));
  }

  /** Whether date of birth and sex are those that a whole number says. */
  private static boolean agrees(ObjectNode told, CitizenNumber read) {
    String birth = told.path("birthDate").asString("");
    String sex = told.path("sex").asString("");
    boolean sameBirth =
        read.birth() == null
            || birth.isEmpty()
            || read.birth().equals(BirthDate.of(LocalDate.parse(birth)));
    boolean sameSex =
        read.sex() == null || sex.isEmpty() || read.sex().name().equalsIgnoreCase(sex);
    return !read.whole() || sameBirth && sameSex;
  }

  private static void member(ObjectNode told) {
    String number = told.path("number").asString("");
    if (number.isEmpty() && !told.path("disabilityCard").asString("").isEmpty()) {
      number = told.path("disabilityCard").asString();
      told.put("number", number);
    }
    told.put("numberKind", number.length() >= CERTIFICATE ? "disabilityCard" : "identityCard");
    CitizenNumber read = CitizenNumber.normalise(number);
    told.put("numberWhole", number.length() >= CERTIFICATE || read.whole());
    told.put("numberAgrees", agrees(told, read));
    String student = told.path("student").asString("");
    String grade = told.path("grade").asString("");
    told.put("schoolStatus", student.equals("compulsory") && !grade.isEmpty() ? grade : student);
    told.put("disabled", !told.path("disabilityCategory").asString("").isEmpty());
  }
}
