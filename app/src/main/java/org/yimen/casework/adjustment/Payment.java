package org.yimen.casework.adjustment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** The values of which what families get is made, and the months from which new ones hold. */
final class Payment {

  private static final List<String> IDS = List.of("dibao.", "tekun.");

  private Payment() {}

  /** Whether it may change what a family of that residence gets. */
  static boolean isOf(Parameter parameter, Household.Residence residence) {
    Household.Residence other =
        residence == Household.Residence.URBAN
            ? Household.Residence.RURAL
            : Household.Residence.URBAN;
    return IDS.stream().anyMatch(parameter.id()::startsWith)
        && !parameter.id().contains("." + other.code());
  }

  /**
   * A month.
   *
   * @param first day of it
   * @param values what is new in it: name, value, document and article
   */
  @Schema(name = "AdjustmentMonth")
  record Month(LocalDate first, List<String> values) {}

  /**
   * The first months in which new values hold throughout, newest first.
   *
   * @param area division code; values elsewhere don't count
   */
  static List<Month> months(Law law, String area, LocalDate earliest, LocalDate latest) {
    SortedMap<LocalDate, List<String>> months = new TreeMap<>(Comparator.reverseOrder());
    for (Parameter parameter : law.parameters().all()) {
      if (IDS.stream().anyMatch(parameter.id()::startsWith)) {
        for (Value value : law.parameters().history(parameter)) {
          LocalDate month = month(value);
          if (concerns(value, area) && !month.isBefore(earliest) && !month.isAfter(latest)) {
            months
                .computeIfAbsent(month, none -> new ArrayList<>())
                .add("%s %s（%s）".formatted(parameter.name(), value.text(), value.basis()));
          }
        }
      }
    }
    return months.entrySet().stream()
        .map(one -> new Month(one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  private static boolean concerns(Value value, String area) {
    return value.area().startsWith(area) || area.startsWith(value.area());
  }

  private static LocalDate month(Value value) {
    LocalDate from = value.from();
    if (from == null) {
      return LocalDate.MIN;
    }
    return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
  }
}
