package org.yimen.exchange.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.RowFact.Subject;

/**
 * How a row's values become a fact.
 *
 * <p>A reference is a field, {@code =constant}, or a template such as {@code {category}:{level}}.
 * No fact is made where a field that its amount or code names, or one of {@code needs}, is blank or
 * doubtful.
 *
 * @param once only from the first row of a household
 * @param each one fact for each of these fields that is there, as the field {@code each}
 * @param when field to the values it must have
 */
record FactRule(
    String kind,
    Subject subject,
    @Nullable String amount,
    @Nullable String code,
    List<String> detail,
    @Nullable String from,
    @Nullable String to,
    Map<String, Set<String>> when,
    List<String> needs,
    boolean once,
    List<String> each) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final String EACH = "each";

  void apply(Map<String, Value> row, boolean firstOfHousehold, Consumer<RowFact> facts) {
    if ((once && !firstOfHousehold) || !holds(row)) {
      return;
    }
    if (each.isEmpty()) {
      make(row, Value.BLANK, facts);
    }
    for (String field : each) {
      Value one = value(row, field);
      if (one.sound()) {
        make(row, one, facts);
      }
    }
  }

  private boolean holds(Map<String, Value> row) {
    return needs.stream().allMatch(field -> value(row, field).sound())
        && when.entrySet().stream()
            .allMatch(
                wanted -> {
                  Value value = value(row, wanted.getKey());
                  return value.doubt() == null && wanted.getValue().contains(value.text());
                });
  }

  private void make(Map<String, Value> row, Value one, Consumer<RowFact> facts) {
    Long money = amount == null ? null : value(row, amount).amount();
    String word = code == null ? null : text(code, row, one);
    if ((amount != null && money == null) || (code != null && word == null)) {
      return;
    }
    String details =
        detail.stream()
            .map(part -> text(part, row, one))
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining("；"));
    facts.accept(
        new RowFact(
            subject,
            kind,
            money,
            word,
            details.isEmpty() ? null : details,
            date(from, row),
            date(to, row)));
  }

  private static @Nullable LocalDate date(@Nullable String field, Map<String, Value> row) {
    return field == null ? null : value(row, field).date();
  }

  private static @Nullable String text(String reference, Map<String, Value> row, Value one) {
    if (reference.startsWith("=")) {
      return reference.substring(1);
    }
    if (!reference.contains("{")) {
      Value value = reference.equals(EACH) ? one : value(row, reference);
      return value.sound() ? value.text() : null;
    }
    StringBuilder filled = new StringBuilder();
    Matcher places = PLACE.matcher(reference);
    while (places.find()) {
      Value value = value(row, places.group(1));
      if (!value.sound()) {
        return null;
      }
      places.appendReplacement(filled, Matcher.quoteReplacement(value.text()));
    }
    return places.appendTail(filled).toString();
  }

  private static Value value(Map<String, Value> row, String field) {
    return row.getOrDefault(field, Value.BLANK);
  }
}
