package org.yimen.casework.field;

import static org.yimen.casework.field.FillForm.item;
import static org.yimen.casework.field.FillForm.yuan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.field.Answers.Filling;
import org.yimen.casework.field.RegisteredFamilies.Fact;
import org.yimen.casework.field.RegisteredFamilies.Member;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Member.Employment;
import org.yimen.policy.facts.Member.Labour;
import org.yimen.policy.facts.Member.Student;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the form asks of each member, in the form's own codes. */
final class FillMember {

  static final List<String> KINDS =
      List.of(
          "disability",
          "seriousIllness",
          "health",
          "student",
          "labour",
          "employment",
          "work.months",
          "insured.medical",
          "wage.base",
          "expense.medical");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CERTIFIED = Pattern.compile("\\w+:[1-4]");

  /** Codes of the file against poverty and those of the form. */
  private static final Map<String, String> HEALTH =
      Map.of("healthy", "1", "chronic", "2", "serious", "3", "disabled", "4");

  private static final int MONTHS = 12;

  private FillMember() {}

  static void of(Filling filled, Member member, LocalDate today) {
    filled.put("name", member.name(), member.source());
    filled.put("sex", member.sex(), member.source());
    filled.put("citizenNumber", member.number(), member.source());
    LocalDate born = member.birthDate();
    filled.put("birthDate", born == null ? null : born.toString(), member.source());
    for (Fact fact : member.facts()) {
      answer(filled, fact, today);
    }
    if (!isAtWork(filled.subject())) {
      filled.subject().remove("monthsWorked");
    }
  }

  private static boolean isAtWork(JsonNode subject) {
    return List.of("employed", "selfEmployed").contains(subject.path("employment").asString(""));
  }

  private static void answer(Filling filled, Fact fact, LocalDate today) {
    switch (fact.kind()) {
      case "student" -> code(filled, "student", Student.class, fact);
      case "labour" -> code(filled, "labour", Labour.class, fact);
      case "employment" -> code(filled, "employment", Employment.class, fact);
      case "disability" -> disability(filled, fact);
      case "seriousIllness" -> illness(filled, fact);
      case "health" -> filled.put("health", HEALTH.get(String.valueOf(fact.code())), fact.source());
      case "work.months" -> months(filled, fact);
      case "insured.medical" ->
          filled.put("medicalInsurance", "no".equals(fact.code()) ? "none" : null, fact.source());
      case "wage.base" -> wage(filled, fact);
      case "expense.medical" -> medical(filled, fact, today);
      default -> {
        // of another subject
      }
    }
  }

  private static <E extends Enum<E> & Coded> void code(
      Filling filled, String question, Class<E> list, Fact fact) {
    String code = fact.code();
    filled.put(
        question, code == null || Coded.find(list, code) == null ? null : code, fact.source());
  }

  private static void disability(Filling filled, Fact fact) {
    String code = fact.code();
    if (code == null || !CERTIFIED.matcher(code).matches()) {
      return;
    }
    String kind = code.substring(0, code.length() - 2);
    if (Coded.find(Disability.Kind.class, kind) != null) {
      int level = code.charAt(code.length() - 1) - '0';
      filled.item("disability", item("category", kind, "level", level), fact.source());
    }
  }

  private static void illness(Filling filled, Fact fact) {
    filled.yes("seriousIllness", fact.source());
    filled.put("illness", firstOf(fact.code(), fact.detail()), fact.source());
  }

  private static @Nullable String firstOf(@Nullable String code, String detail) {
    return code == null || code.isBlank() || code.equals("yes") ? detail : code;
  }

  private static void months(Filling filled, Fact fact) {
    if (fact.amount() <= MONTHS) {
      filled.put("monthsWorked", JSON.getNodeFactory().numberNode(fact.amount()), fact.source());
    }
  }

  /** What contributions are paid on is earned at least. */
  private static void wage(Filling filled, Fact fact) {
    if (fact.amount() > 0 && !filled.subject().has("income")) {
      filled.item("income", item("kind", "wage", "monthly", yuan(fact.amount())), fact.source());
    }
  }

  private static void medical(Filling filled, Fact fact, LocalDate today) {
    LocalDate paid = fact.from();
    if (fact.amount() > 0 && paid != null && paid.isAfter(today.minusMonths(MONTHS))) {
      filled.item(
          "expenses",
          item("kind", "medical", "amount", yuan(fact.amount()), "date", paid.toString()),
          fact.source());
    }
  }
}
