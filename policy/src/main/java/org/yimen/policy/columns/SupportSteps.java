package org.yimen.policy.columns;

import org.yimen.policy.evaluation.Kinship;
import org.yimen.policy.facts.Relation;

/** Whom nobody able has to support: what {@code evaluation.ObligorTest} does, on a bit a member. */
public final class SupportSteps {
  private static final int RELATIONS = Relation.values().length;

  /** Distance of a grown member's code from a minor's. */
  private static final int GROWN = RELATIONS;

  /** Sons, their wives, daughters, their husbands, six bits each, by a grown member's relation. */
  private static final int[] CHILDREN = children();

  private static final int ONE_OF_EITHER = 1 | 1 << 6;

  /** By the couples of children, the giver's code, the taker's code: 1 where one owes support. */
  private static final byte[][][] OWES = owes();

  private SupportSteps() {}

  private static int[] children() {
    int[] children = new int[RELATIONS];
    children[Relation.SON.ordinal()] = 1;
    children[Relation.DAUGHTER_IN_LAW.ordinal()] = 1 << 6;
    children[Relation.DAUGHTER.ordinal()] = 1 << 12;
    children[Relation.SON_IN_LAW.ordinal()] = 1 << 18;
    return children;
  }

  private static byte[][][] owes() {
    byte[][][] owes = new byte[4][2 * RELATIONS][2 * RELATIONS];
    for (int couples = 0; couples < owes.length; couples++) {
      int bonds = Kinship.couples(couples & 1, couples & 1, couples >> 1, couples >> 1);
      for (int taker = 0; taker < 2 * RELATIONS; taker++) {
        for (int giver = 0; giver < 2 * RELATIONS; giver++) {
          int tie = Kinship.tie(giver % RELATIONS, taker % RELATIONS);
          boolean owed = Kinship.owes(tie, age(giver), age(taker), bonds);
          owes[couples][giver][taker] = (byte) (owed ? 1 : 0);
        }
      }
    }
    return owes;
  }

  private static long age(int code) {
    return code < GROWN ? 0 : Kinship.ADULT;
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
      o.clear(table.rows);
      boolean exact = in.exact() && members.exact() && others.exact();
      Kin kin = new Kin(table, work.numbers[age].low);
      for (int h = 0; h < work.rows(Place.HOUSEHOLD); h++) {
        int from = table.start[h];
        int count = table.start[h + 1] - from;
        int all = -1 >>> Integer.SIZE - count;
        int able = all & ~Bits.some(members.surely, from, count);
        kin.of(from, count, able);
        int beyond = Bits.some(others.surely, from, count);
        int candidates = kin.narrow(beyond & Bits.some(in.surely, from, count), able);
        Bits.put(o.surely, from, count, beyond & ~kin.owed(able & ~candidates));
        if (!exact) {
          int sure = all & ~Bits.some(members.possibly, from, count);
          beyond = Bits.some(others.possibly, from, count);
          candidates |= kin.narrow(beyond & Bits.some(in.possibly, from, count), sure);
          Bits.put(o.possibly, from, count, beyond & ~kin.owed(sure & ~candidates));
        }
      }
      o.within(o.surely, exact ? o.surely : o.possibly, table.rows);
    }
  }

  /** Who of a household owes whom support. */
  private static final class Kin {
    private final byte[] relations;
    private final long[] ages;

    /** Each member's relation, with whether grown. */
    private final byte[] codes = new byte[Limits.MEMBERS];

    /** For each able member a bit for each to whom support is owed. */
    private final int[] takers = new int[Limits.MEMBERS];

    Kin(Table members, long[] ages) {
      this.relations = members.codes[Cells.RELATION];
      this.ages = ages;
    }

    /** Takes the household whose members begin at that row, and who of them is able. */
    void of(int from, int count, int able) {
      if (count == 1) {
        takers[0] = 0;
        return;
      }
      byte[][] owes = OWES[couples(from, count)];
      for (int rest = able; rest != 0; rest &= rest - 1) {
        int giver = Integer.numberOfTrailingZeros(rest);
        byte[] row = owes[codes[giver]];
        int owed = 0;
        for (int taker = 0; taker < count; taker++) {
          owed |= row[codes[taker]] << taker;
        }
        takers[giver] = owed & ~(1 << giver);
      }
    }

    /** Reads the members; 1: a son and his wife are surely a couple, 2: a daughter and hers. */
    private int couples(int from, int count) {
      int children = 0;
      for (int i = 0; i < count; i++) {
        int relation = relations[from + i];
        if (ages[from + i] < Kinship.ADULT) {
          codes[i] = (byte) relation;
        } else {
          codes[i] = (byte) (relation + GROWN);
          children += CHILDREN[relation];
        }
      }
      int sons = (children & 0xfff) == ONE_OF_EITHER ? 1 : 0;
      return sons | (children >> 12 == ONE_OF_EITHER ? 2 : 0);
    }

    /** Members to whom somebody of these owes support. */
    int owed(int able) {
      int owed = 0;
      for (int rest = able; rest != 0; rest &= rest - 1) {
        owed |= takers[Integer.numberOfTrailingZeros(rest)];
      }
      return owed;
    }

    /** Takes out of the candidates who has somebody able until nothing changes. */
    int narrow(int candidates, int able) {
      int left = candidates;
      while (left != 0) {
        int next = left & ~owed(able & ~left);
        if (next == left) {
          break;
        }
        left = next;
      }
      return left;
    }
  }
}
