package org.yimen.policy.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: weekends and holidays as the State Council arranges them each year, over
 * that the days that an area has off besides (全国年节及纪念日放假办法 第四条).
 */
public final class WorkCalendar {

  /**
   * What is different from the weekdays in a year.
   *
   * @param area division code whose people it concerns; empty: the nation
   * @param off working days of the week that are free, and weekends that stay free
   * @param worked weekends that are worked
   * @param basis the document that arranged it
   */
  public record Year(
      int year, String area, Set<LocalDate> off, Set<LocalDate> worked, String basis) {
    public Year {
      off = Set.copyOf(off);
      worked = Set.copyOf(worked);
    }
  }

  private record Arranged(int year, String area) {}

  private final List<Year> years;
  private final Set<Integer> loaded = new HashSet<>();

  /** The later of two arrangements of the same year and area stands in place of the earlier. */
  public WorkCalendar(List<Year> years) {
    Map<Arranged, Year> standing = new LinkedHashMap<>();
    years.forEach(year -> standing.put(new Arranged(year.year(), year.area()), year));
    List<Year> ordered = new ArrayList<>(standing.values());
    ordered.sort(Comparator.comparing((Year year) -> year.area().length()).reversed());
    this.years = List.copyOf(ordered);
    years.stream().filter(year -> year.area().isEmpty()).forEach(year -> loaded.add(year.year()));
  }

  /** The arrangements that stand, those of the smallest areas first. */
  public List<Year> years() {
    return years;
  }

  /**
   * Whether the day is worked at a place. Of a year that is not loaded only its weekends are known.
   *
   * @param area division code; empty: only the nation's arrangement
   */
  public boolean isWorked(LocalDate day, String area) {
    for (Year year : years) {
      if (year.year() == day.getYear() && area.startsWith(year.area())) {
        if (year.off().contains(day)) {
          return false;
        }
        if (year.worked().contains(day)) {
          return true;
        }
      }
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Whether the nation's arrangement of every year from the first day to the last is known. */
  public boolean covers(LocalDate first, LocalDate last) {
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!loaded.contains(year)) {
        return false;
      }
    }
    return true;
  }
}
