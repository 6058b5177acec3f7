package org.yimen.policy.plan;

import org.yimen.policy.columns.Block;
import org.yimen.policy.columns.Work;

/**
 * The law in force and a law that is tried, as one plan: what both say alike is worked out once.
 * Safe for use by many threads, each with its own {@link Both}.
 */
public final class Reform {
  private final Plan now;

  /** Only what the law in force doesn't work out already. */
  private final Plan tried;

  private Reform(Plan now, Plan tried) {
    this.now = now;
    this.tried = tried;
  }

  /**
   * Both as one.
   *
   * @throws TooLarge where a rule's numbers might not fit, or where columns can't say it
   */
  public static Reform of(Situation now, Situation tried) {
    Build build = new Build();
    Plan.Outputs before = Plan.lower(now, build);
    int shared = build.size();
    Plan.Outputs after = Plan.lower(tried, build);
    return new Reform(new Plan(build, 0, before), new Plan(build, shared, after));
  }

  /** How many steps the law that is tried adds to those of the law in force. */
  public int added() {
    return tried.steps();
  }

  /** Memory and results of one thread; decides nothing yet. */
  public Both decisions() {
    return new Both(now, tried);
  }

  /** What both laws decide of the households of a block; for one thread, block after block. */
  public static final class Both {
    private final Work work;
    private final Decisions now;
    private final Decisions tried;

    private Both(Plan now, Plan tried) {
      this.work = new Work(tried.numbers, tried.truths, new Block());
      this.now = new Decisions(now, work);
      this.tried = new Decisions(tried, work);
    }

    /** Decides all households of the block; what was decided before is forgotten. */
    public void decide(Block block) {
      boolean larger = work.take(block);
      now.decide(block, larger);
      tried.decide(block, larger);
    }

    /** By the law in force. */
    public Decisions now() {
      return now;
    }

    /** By the law that is tried. */
    public Decisions tried() {
      return tried;
    }
  }
}
