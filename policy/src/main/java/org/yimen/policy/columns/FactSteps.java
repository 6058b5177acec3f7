package org.yimen.policy.columns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts as they stand in the tables, or as the day makes them. */
public final class FactSteps {

  private FactSteps() {}

  /** A number of the table, without copying it. */
  public record Load(int out, Place place, int column) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Numbers o = work.numbers[out];
      o.low = table.low[column];
      o.high = table.vague[column] ? table.high[column] : o.low;
      o.above = endless(table, column, o);
    }
  }

  static long @Nullable [] endless(Table table, int column, Numbers o) {
    if (!table.endless[column]) {
      return null;
    }
    long[] words = o.ownAbove(table.rows);
    long[] high = table.high[column];
    for (int i = 0; i < table.rows; i++) {
      if (high[i] == Long.MAX_VALUE) {
        Bits.set(words, i);
      }
    }
    return words;
  }

  /** A total that somebody told; anything from nothing upwards where nobody did. */
  public record Told(int out, Place place, int column) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Numbers o = work.numbers[out];
      o.low = o.own(Numbers.LOW, table.rows);
      o.high = o.own(Numbers.HIGH, table.rows);
      long[] above = o.ownAbove(table.rows);
      for (int i = 0; i < table.rows; i++) {
        long low = table.low[column][i];
        long high = table.high[column][i];
        o.low[i] = low == Long.MIN_VALUE ? 0 : low;
        o.high[i] = low == Long.MIN_VALUE ? 0 : high;
        if (low == Long.MIN_VALUE || high == Long.MAX_VALUE) {
          Bits.set(above, i);
        }
      }
      o.above = above;
    }
  }

  /** Whether somebody told a total. */
  public record IsTold(int out, Place place, int column) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Truths o = work.truths[out];
      long[] words = o.ownSurely(table.rows);
      Bits.clear(words, table.rows);
      for (int i = 0; i < table.rows; i++) {
        if (table.low[column][i] != Long.MIN_VALUE) {
          Bits.set(words, i);
        }
      }
      o.exactly(words);
    }
  }

  /** A code is one of several; open where it is not known. */
  public record Coded(int out, Place place, int column, long mask) implements Step {
    static final long UNKNOWN = Long.MIN_VALUE;

    public String key() {
      return "code " + place + " " + column + " " + mask;
    }

    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Truths o = work.truths[out];
      long[] surely = o.ownSurely(table.rows);
      coded(table, mask & ~UNKNOWN, surely);
      if (table.open[column]) {
        coded(table, mask | UNKNOWN, o.ownPossibly(table.rows));
        o.within(surely, o.ownPossibly(table.rows), table.rows);
      } else {
        o.exactly(surely);
      }
    }

    private void coded(Table table, long codes, long[] into) {
      if (table.rows > 0 && table.uniform(column)) {
        Bits.fill(into, (codes >>> table.codes[column][0] & 1) != 0, table.rows);
      } else {
        Bits.coded(table.codes[column], codes, into, table.rows);
      }
    }
  }

  /** A code is one for which a parameter says yes; open where no value of it holds. */
  public record ByKind(int out, Place place, long met, long open) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Truths o = work.truths[out];
      long[] surely = o.ownSurely(table.rows);
      Bits.coded(table.codes[Cells.KIND], met, surely, table.rows);
      o.exactly(surely);
      if (open != 0) {
        Bits.coded(table.codes[Cells.KIND], met | open, o.ownPossibly(table.rows), table.rows);
        o.within(surely, o.ownPossibly(table.rows), table.rows);
      }
    }
  }

  /** A member's yes-or-no fact. */
  public record Flagged(int out, Place place, int bit) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Truths o = work.truths[out];
      long[] surely = o.ownSurely(table.rows);
      o.exactly(surely);
      if ((table.flags >>> bit & 1) == 0) {
        Bits.clear(surely, table.rows); // nobody has it
        return;
      }
      long[] spare = work.spare(table.rows);
      Bits.bit(table.low[Cells.FLAGS], bit, spare, surely, table.rows);
      if (table.vague[Cells.FLAGS]) {
        Bits.bit(table.high[Cells.FLAGS], bit, spare, o.ownPossibly(table.rows), table.rows);
        o.within(surely, o.ownPossibly(table.rows), table.rows);
      }
    }
  }

  /** Whole years on that day; nought where the birth is not known. */
  public record Age(int out, Place place, int today) implements Step {
    /** A day as yyyymmdd; 0: not known. */
    public static int packed(@Nullable LocalDate date) {
      return date == null
          ? 0
          : date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Numbers o = work.numbers[out];
      long[] birth = table.low[Cells.BIRTH];
      o.low = o.own(Numbers.LOW, table.rows);
      o.high = o.low;
      for (int i = 0; i < table.rows; i++) {
        o.low[i] = birth[i] == 0 ? 0 : (int) (today - birth[i]) / 10_000;
      }
    }
  }

  /** A month's share of an income: twelfths of the months of the window in which it was paid. */
  public record Monthly(int out, Place place, long[] firsts) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Numbers o = work.numbers[out];
      o.low = o.own(Numbers.LOW, table.rows);
      o.high = table.vague[Cells.AMOUNT] ? o.own(Numbers.HIGH, table.rows) : o.low;
      boolean dated = table.endless[Cells.DAYS];
      byte[] yearly = table.codes[Cells.YEARLY];
      for (int i = 0; i < table.rows; i++) {
        long times = (yearly[i] == 0 ? 12 : 1) * (dated ? paid(table, i) : firsts.length);
        o.low[i] = table.low[Cells.AMOUNT][i] * times;
        if (table.vague[Cells.AMOUNT]) {
          long high = table.high[Cells.AMOUNT][i];
          o.high[i] = high == Long.MAX_VALUE ? times : high * times;
        }
      }
      o.above = endless(table, Cells.AMOUNT, o);
      for (int i = 0; dated && o.above != null && i < table.rows; i++) {
        if (o.high[i] == 0) {
          o.above[i >> 6] &= ~(1L << i);
        }
      }
    }

    private long paid(Table table, int row) {
      long from = table.low[Cells.DAYS][row];
      long to = table.high[Cells.DAYS][row];
      long paid = 0;
      for (long first : firsts) {
        paid += first >= from && first <= to ? 1 : 0;
      }
      return paid;
    }

    /** First days of the months of a window, counted back from a day. */
    public static long[] firsts(LocalDate date, int months) {
      long[] firsts = new long[months];
      for (int i = 0; i < months; i++) {
        firsts[i] = date.minusMonths(i + 1L).plusDays(1).toEpochDay();
      }
      return firsts;
    }
  }

  /** A month's share of a cost, in twelfths. */
  public record CostMonthly(int out, Place place) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Numbers o = work.numbers[out];
      byte[] yearly = table.codes[Cells.YEARLY];
      o.low = o.own(Numbers.LOW, table.rows);
      o.high = table.vague[Cells.AMOUNT] ? o.own(Numbers.HIGH, table.rows) : o.low;
      for (int i = 0; i < table.rows; i++) {
        o.low[i] = table.low[Cells.AMOUNT][i] * (yearly[i] == 0 ? 12 : 1);
        if (table.vague[Cells.AMOUNT]) {
          o.high[i] = table.high[Cells.AMOUNT][i] * (yearly[i] == 0 ? 12 : 1);
        }
      }
      o.above = endless(table, Cells.AMOUNT, o);
    }
  }

  /** Paid within the twelve months before the day; a payment without a day counts as such. */
  public record Recent(int out, Place place, long after, long until) implements Step {
    @Override
    public void run(Work work) {
      Table table = work.block.table(place);
      Truths o = work.truths[out];
      long[] words = o.ownSurely(table.rows);
      long[] days = table.low[Cells.DAYS];
      Bits.clear(words, table.rows);
      for (int i = 0; i < table.rows; i++) {
        if (days[i] == Long.MIN_VALUE || days[i] > after && days[i] <= until) {
          Bits.set(words, i);
        }
      }
      o.exactly(words);
    }
  }
}
