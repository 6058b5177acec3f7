package org.yimen.policy.columns;

import org.yimen.policy.evaluation.Kinship;
import org.yimen.policy.facts.Relation;

/**
 * Who counts, who is a 特困 person, who is left to decide the household: what {@code
 * evaluation.Recognition} and {@code evaluation.ObligorTest} do, on a bit a member.
 */
public final class RecogniseSteps {
  private static final int SON = Relation.SON.ordinal();
  private static final int DAUGHTER = Relation.DAUGHTER.ordinal();
  private static final int SON_IN_LAW = Relation.SON_IN_LAW.ordinal();
  private static final int DAUGHTER_IN_LAW = Relation.DAUGHTER_IN_LAW.ordinal();

  /** By the taker's relation, then the giver's. */
  private static final int[][] TIES = ties();

  private RecogniseSteps() {}

  private static int[][] ties() {
    int relations = Relation.values().length;
    int[][] ties = new int[relations][relations];
    for (int taker = 0; taker < relations; taker++) {
      for (int giver = 0; giver < relations; giver++) {
        ties[taker][giver] = Kinship.tie(giver, taker);
      }
    }
    return ties;
  }

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
      for (int h = 0; h < households; h++) {
        household(new Members(start[h], start[h + 1] - start[h], c, t), work, h);
      }
      w.within(w.surely, w.possibly, members);
      every.within(every.surely, every.possibly, households);
      any.within(any.surely, any.possibly, households);
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

  /** Met where nobody able owes a member support. */
  public record NobodyAble(int out, int candidate, int unable, int outside, int age)
      implements Step {
    @Override
    public Place place() {
      return Place.MEMBER;
    }

    @Override
    public void run(Work work) {
      Truths in = work.truths[candidate];
      Truths members = work.truths[unable];
      Truths others = work.truths[outside];
      Truths o = work.truths[out];
      Table table = work.block.table(Place.MEMBER);
      long[] surely = o.ownSurely(table.rows);
      long[] possibly = o.ownPossibly(table.rows);
      Bits.clear(surely, table.rows);
      Bits.clear(possibly, table.rows);
      int[] owed = new int[Limits.MEMBERS];
      for (int h = 0; h < work.rows(Place.HOUSEHOLD); h++) {
        int from = table.start[h];
        int count = table.start[h + 1] - from;
        owed(table.codes[Cells.RELATION], work.numbers[age].low, from, count, owed);
        Given sure = new Given(owed, Bits.some(others.surely, from, count), count);
        Given may = new Given(owed, Bits.some(others.possibly, from, count), count);
        int sureUnable = Bits.some(members.surely, from, count);
        int mayUnable = Bits.some(members.possibly, from, count);
        int candidates = sure.narrow(Bits.some(in.surely, from, count), sureUnable);
        int possible = may.narrow(Bits.some(in.possibly, from, count), mayUnable);
        Bits.put(surely, from, count, sure.met(candidates | sureUnable));
        Bits.put(possibly, from, count, may.met(candidates | possible | mayUnable));
      }
      o.within(surely, possibly, table.rows);
    }

    /** For each member of a household a bit for each who owes support. */
    private static void owed(byte[] relations, long[] ages, int from, int count, int[] owed) {
      owed[0] = 0;
      if (count == 1) {
        return;
      }
      int couples = couples(relations, from, count);
      int young = Kinship.bound(false, false, couples);
      for (int taker = 0; taker < count; taker++) {
        int[] ties = TIES[relations[from + taker]];
        int grown = Kinship.bound(true, ages[from + taker] < Kinship.ADULT, couples);
        int givers = 0;
        for (int giver = 0; giver < count; giver++) {
          int bound = ages[from + giver] < Kinship.ADULT ? young : grown;
          givers |= (ties[relations[from + giver]] & bound) == 0 ? 0 : 1 << giver;
        }
        owed[taker] = givers & ~(1 << taker);
      }
    }

    private static int couples(byte[] relations, int from, int count) {
      int sons = 0;
      int wives = 0;
      int daughters = 0;
      int husbands = 0;
      for (int i = from; i < from + count; i++) {
        sons += relations[i] == SON ? 1 : 0;
        wives += relations[i] == DAUGHTER_IN_LAW ? 1 : 0;
        daughters += relations[i] == DAUGHTER ? 1 : 0;
        husbands += relations[i] == SON_IN_LAW ? 1 : 0;
      }
      return Kinship.couples(sons, wives, daughters, husbands);
    }
  }

  /** Who owes each member support, and for whom nobody outside the household is able. */
  private record Given(int[] owed, int outside, int count) {

    /** Members of whom nobody able is left, where those of the mask are not able. */
    int met(int unable) {
      int met = 0;
      for (int i = 0; i < count; i++) {
        met |= (owed[i] & ~unable) == 0 ? 1 << i : 0;
      }
      return met & outside;
    }

    /** Takes out of the candidates who has somebody able until nothing changes. */
    int narrow(int candidates, int unable) {
      int left = candidates;
      while (left != 0) {
        int next = left & met(left | unable);
        if (next == left) {
          break;
        }
        left = next;
      }
      return left;
    }
  }
}
