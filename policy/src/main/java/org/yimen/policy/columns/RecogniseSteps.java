package org.yimen.policy.columns;

/**
 * Who counts, who is a 特困 person, who is left to decide the household: what {@code
 * evaluation.Recognition} does, on a bit a member.
 */
public final class RecogniseSteps {

  private RecogniseSteps() {}

  /** How many of the members belong; at least one. */
  public record Size(int out, int belongs) implements Step {
    @Override
    public Place place() {
      return Place.HOUSEHOLD;
    }

    @Override
    public void run(Work work) {
      Truths in = work.truths[belongs];
      Numbers o = work.numbers[out];
      int[] start = work.block.table(Place.MEMBER).start;
      int households = work.rows(Place.HOUSEHOLD);
      o.low = o.own(Numbers.LOW, households);
      o.high = in.exact() ? o.low : o.own(Numbers.HIGH, households);
      for (int h = 0; h < households; h++) {
        int members = start[h + 1] - start[h];
        long least = Math.max(1, Integer.bitCount(Bits.some(in.surely, start[h], members)));
        o.low[h] = least;
        if (!in.exact()) {
          int most = Integer.bitCount(Bits.some(in.possibly, start[h], members));
          o.high[h] = Math.max(least, most);
        }
      }
    }
  }

  /** Whether each member decides the household, whether all are 特困 persons, anybody counts. */
  public record Recognise(int weight, int everybody, int anybody, int counted, int tekun)
      implements Step {
    @Override
    public Place place() {
      return Place.MEMBER;
    }

    @Override
    public void run(Work work) {
      Truths c = work.truths[counted];
      Truths t = work.truths[tekun];
      Truths w = work.truths[weight];
      Truths every = work.truths[everybody];
      Truths any = work.truths[anybody];
      int households = work.rows(Place.HOUSEHOLD);
      int members = work.rows(Place.MEMBER);
      w.clear(members);
      every.clear(households);
      any.clear(households);
      int[] start = work.block.table(Place.MEMBER).start;
      if (c.exact() && t.exact()) {
        exactly(work, start, households);
        return;
      }
      for (int h = 0; h < households; h++) {
        household(new Members(start[h], start[h + 1] - start[h], c, t), work, h);
      }
      w.within(w.surely, w.possibly, members);
      every.within(every.surely, every.possibly, households);
      any.within(any.surely, any.possibly, households);
    }

    /** Where nothing is open. */
    private void exactly(Work work, int[] start, int households) {
      long[] c = work.truths[counted].surely;
      long[] t = work.truths[tekun].surely;
      long[] w = work.truths[weight].surely;
      long[] every = work.truths[everybody].surely;
      long[] any = work.truths[anybody].surely;
      for (int h = 0; h < households; h++) {
        int from = start[h];
        int count = start[h + 1] - from;
        int all = Bits.some(c, from, count);
        int others = all & ~Bits.some(t, from, count);
        long met = all == 0 ? 0 : 1;
        any[h >> 6] |= met << h;
        every[h >> 6] |= (others == 0 ? met : 0) << h;
        Bits.put(w, from, count, others == 0 ? all : others);
      }
      work.truths[weight].exactly(w);
      work.truths[everybody].exactly(every);
      work.truths[anybody].exactly(any);
    }

    /** One household's bits. */
    private record Members(int from, int count, Truths counted, Truths tekun) {}

    private void household(Members m, Work work, int h) {
      int sureCounted = Bits.some(m.counted.surely, m.from, m.count);
      int mayCounted = Bits.some(m.counted.possibly, m.from, m.count);
      int sureTekun = Bits.some(m.tekun.surely, m.from, m.count);
      int mayTekun = Bits.some(m.tekun.possibly, m.from, m.count);
      boolean all = (mayCounted & ~sureTekun) == 0 && sureCounted != 0;
      boolean mayAll = (sureCounted & ~mayTekun) == 0 && mayCounted != 0;
      set(work.truths[everybody], h, all, mayAll);
      set(work.truths[anybody], h, sureCounted != 0, mayCounted != 0);
      int sure = sureCounted & ~mayTekun;
      int may = mayCounted & ~sureTekun;
      if (all || mayAll && Integer.bitCount(mayCounted) == 1) {
        sure = sureCounted;
        may = mayCounted;
      } else if (mayAll) {
        sure = 0;
        may = mayCounted;
      }
      Bits.put(work.truths[weight].surely, m.from, m.count, sure);
      Bits.put(work.truths[weight].possibly, m.from, m.count, may);
    }

    private static void set(Truths into, int row, boolean sure, boolean may) {
      if (sure) {
        Bits.set(into.surely, row);
      }
      if (may) {
        Bits.set(into.possibly, row);
      }
    }
  }
}
