package org.yimen.policy.clocks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.AreaCode;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/**
 * Reads the calendars of a rule file: {@code {year: 2025, document: …, off: [2025-01-01, {from:
 * 2025-01-28, to: 2025-02-04}], worked: [2025-01-26]}}, with {@code area} for an area's own days.
 * One file arranges a year of an area once; a later file may arrange it anew, as a whole.
 */
public final class CalendarFile {
  private static final int FIRST = 1990;
  private static final int LAST = 2199;

  private final Reading reading;
  private final List<WorkCalendar.Year> into;
  private final @Nullable String document;
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * @param document what the file names for all that stands in it, or null
   */
  public CalendarFile(Reading reading, List<WorkCalendar.Year> into, @Nullable String document) {
    this.reading = reading;
    this.into = into;
    this.document = document;
  }

  /** Reads a list of years. */
  public void read(@Nullable Doc docs) {
    for (Doc doc : reading.items(docs, "calendars")) {
      Fields fields = reading.fields(doc, "日历");
      int year = reading.whole(fields.require("year"), fields.name("year"), FIRST, LAST);
      String area = fields.text("area");
      String own = fields.text("document");
      Set<LocalDate> off = days(fields.get("off"), year);
      Set<LocalDate> worked = days(fields.get("worked"), year);
      fields.close();
      String source = own == null ? document : own;
      if (source == null) {
        reading.problem(doc, year + " 年的日历缺少文件（document）。");
      }
      off.stream()
          .filter(worked::contains)
          .forEach(day -> reading.problem(doc, day + " 既写作休息又写作上班。"));
      String place = area == null ? "" : area;
      if (area != null && !AreaCode.isOne(area)) {
        reading.problem(fields.line(), AreaCode.wrong(area));
      }
      once(fields.line(), year, place);
      into.add(new WorkCalendar.Year(year, place, off, worked, source == null ? "" : source));
    }
  }

  private void once(int line, int year, String area) {
    Integer before = lines.putIfAbsent(year + " " + area, line);
    if (before != null) {
      reading.problem(line, "%d 年的日历与第 %d 行重复（同一地区）。请并为一份，写全这一年的放假和调休。".formatted(year, before));
    }
  }

  private Set<LocalDate> days(@Nullable Doc docs, int year) {
    Set<LocalDate> days = new HashSet<>();
    for (Doc doc : reading.items(docs, "日期")) {
      LocalDate first;
      LocalDate last;
      if (doc instanceof Doc.Mapping) {
        Fields fields = reading.fields(doc, "日期段");
        first = reading.date(fields.require("from"), fields.name("from"));
        last = reading.date(fields.require("to"), fields.name("to"));
        fields.close();
      } else {
        first = reading.date(doc, "日期");
        last = first;
      }
      if (first != null && last != null && inYear(doc, first, last, year)) {
        first.datesUntil(last.plusDays(1)).forEach(days::add);
      }
    }
    return days;
  }

  private boolean inYear(Doc doc, LocalDate first, LocalDate last, int year) {
    if (last.isBefore(first) || first.getYear() != year || last.getYear() != year) {
      reading.problem(doc, first + " 至 " + last + " 不是 " + year + " 年之内的一段日期。");
      return false;
    }
    return true;
  }
}
