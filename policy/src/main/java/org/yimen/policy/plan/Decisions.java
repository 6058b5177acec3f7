package org.yimen.policy.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.WatchKind;
import org.yimen.policy.columns.Bits;
import org.yimen.policy.columns.Block;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.Step;
import org.yimen.policy.columns.Truths;
import org.yimen.policy.columns.Work;

/** What a plan decides of the households of a block; for one thread, block after block. */
public final class Decisions {
  private static final Category[] CATEGORIES = Category.values();

  private final Plan plan;
  private final Work work;
  private final int[] ofHousehold;
  private final int[] ofMember;
  private byte[] categories = {};
  private Block block = new Block();

  Decisions(Plan plan, Work work) {
    this.plan = plan;
    this.work = work;
    this.ofHousehold = plan.outputs.ofHousehold().stream().mapToInt(i -> i).toArray();
    this.ofMember = plan.outputs.ofMember().stream().mapToInt(i -> i).toArray();
  }

  /** Decides all households of the block; what was decided before is forgotten. */
  public void decide(Block next) {
    decide(next, work.take(next));
  }

  /**
   * The same of a block that the work has taken.
   *
   * @param larger whether it is larger than any before
   */
  void decide(Block next, boolean larger) {
    block = next;
    if (larger) {
      for (Step step : plan.constants) {
        step.run(work);
      }
    }
    Step[] steps = plan.steps;
    int[] places = plan.places;
    int[] rows = work.rows;
    for (int i = 0; i < steps.length; i++) {
      if (places[i] < 0 || rows[places[i]] > 0) {
        steps[i].run(work);
      }
    }
    cascade();
  }

  /** The categories in the law's order, 64 households at a time. */
  private void cascade() {
    int households = block.size();
    if (categories.length < households) {
      categories = new byte[households + households / 4];
    }
    Truths every = work.truths[plan.outputs.everybody()];
    Truths any = work.truths[plan.outputs.anybody()];
    for (int word = 0; word < Bits.words(households); word++) {
      long sureBefore = every.surely[word];
      long mayBefore = every.possibly[word];
      put(word, Category.TEKUN, sureBefore, Category.NONE);
      for (Map.Entry<Category, Integer> category : plan.outputs.categories().entrySet()) {
        Truths own = work.truths[category.getValue()];
        long sure = own.surely[word] & any.surely[word] & ~mayBefore;
        long may = own.possibly[word] & any.possibly[word] & ~sureBefore;
        put(word, category.getKey(), sure, null);
        sureBefore |= sure;
        mayBefore |= may;
      }
      put(word, Category.UNKNOWN, mayBefore & ~sureBefore, null);
    }
  }

  private void put(int word, Category category, long rows, @Nullable Category others) {
    int end = Math.min(64, block.size() - (word << 6));
    if (others != null) {
      java.util.Arrays.fill(categories, word << 6, (word << 6) + end, (byte) others.ordinal());
    }
    for (long rest = rows; rest != 0; rest &= rest - 1) {
      int at = Long.numberOfTrailingZeros(rest);
      if (at >= end) {
        return;
      }
      categories[(word << 6) + at] = (byte) category.ordinal();
    }
  }

  public Category category(int household) {
    return CATEGORIES[categories[household]];
  }

  public Determination.Watch watch(int household) {
    Finding result =
        finding(plan.outputs.watch(), household).and(finding(plan.outputs.anybody(), household));
    WatchKind kind = null;
    if (result == Finding.MET) {
      for (Map.Entry<WatchKind, Integer> entry : plan.outputs.watchKinds().entrySet()) {
        if (kind == null && finding(entry.getValue(), household) == Finding.MET) {
          kind = entry.getKey();
        }
      }
    }
    return new Determination.Watch(result, kind);
  }

  private Finding finding(int slot, int row) {
    Truths truths = work.truths[slot];
    if (Bits.at(truths.surely, row)) {
      return Finding.MET;
    }
    return Bits.at(truths.possibly, row) ? Finding.UNKNOWN : Finding.NOT_MET;
  }

  /** Two bits a condition as {@link org.yimen.policy.Decision#findings()} has them. */
  public byte[] findings(int household) {
    int[] start = block.table(Place.MEMBER).start;
    int members = start[household + 1] - start[household];
    byte[] bits = new byte[(ofHousehold.length + ofMember.length * members + 3) / 4];
    int at = 0;
    for (int slot : ofHousehold) {
      put(bits, at++, code(slot, household));
    }
    for (int member = start[household]; member < start[household + 1]; member++) {
      for (int slot : ofMember) {
        put(bits, at++, code(slot, member));
      }
    }
    return bits;
  }

  int code(int slot, int row) {
    Truths truths = work.truths[slot];
    int sure = (int) (truths.surely[row >> 6] >>> row & 1);
    int may = (int) (truths.possibly[row >> 6] >>> row & 1);
    return sure | (may & ~sure) << 1;
  }

  private static void put(byte[] bits, int index, int code) {
    bits[index >> 2] |= (byte) (code << ((index & 3) << 1));
  }
}
