package org.yimen.bench.deciding;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.yimen.policy.Category;
import org.yimen.policy.Law;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.plan.Decisions;
import org.yimen.policy.plan.Plan;

/**
 * The dibao test by Drools, Kie DMN, by hand and by our rules, and our whole law beside them; all
 * give the same answers or the run ends. Arguments: households, rounds, households for DMN.
 */
public final class Peers {
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private final Law whole = Law.load(List.of());
  private final Law alone = DibaoAlone.law();
  private final List<Household> households;
  private final List<Block> blocks = new ArrayList<>();
  private final List<PeerHousehold> peers = new ArrayList<>();
  private long checksum;

  private Peers(int count) throws IOException {
    this.households = InventedHouseholds.of(count, false);
    for (int from = 0; from < count; from += Block.USUAL) {
      blocks.add(Block.of(households.subList(from, Math.min(count, from + Block.USUAL))));
    }
    for (int i = 0; i < count; i++) {
      peers.add(new PeerHousehold(i, households.get(i), DATE));
    }
  }

  public static void main(String[] args) throws IOException {
    int few = Integer.parseInt(args[2]);
    new Peers(Integer.parseInt(args[0])).run(Integer.parseInt(args[1]), few);
  }

  private void run(int rounds, int few) {
    int count = households.size();
    DroolsEngine drools = new DroolsEngine(peers);
    DmnEngine dmn = new DmnEngine(peers.subList(0, few));
    drools.oneByOne();
    compare("Drools, stateless", drools::entitled, count);
    drools.inBatches();
    compare("Drools, batches", drools::entitled, count);
    dmn.decide();
    compare("Kie DMN", dmn::entitled, few);
    compareOwn();
    Turns turns = new Turns();
    turns.add("dibao alone: columns", count, () -> columns(alone));
    turns.add("dibao alone: Law.decide, one by one", count, () -> decide(alone));
    turns.add("dibao alone: Law.determine, full trace", count, () -> determine(alone));
    turns.add("whole law: columns", count, () -> columns(whole));
    turns.add("whole law: Law.decide, one by one", count, () -> decide(whole));
    turns.add("whole law: Law.determine, full trace", count, () -> determine(whole));
    turns.add("dibao alone: Java by hand", count, this::byHand);
    turns.add("dibao alone: Drools, stateless", count, drools::oneByOne);
    turns.add("dibao alone: Drools, batches of 1000", count, drools::inBatches);
    turns.add("dibao alone: Kie DMN", few, dmn::decide);
    turns.measure(rounds);
    System.out.println("checksum " + checksum);
  }

  private void compare(String name, IntPredicate entitled, int count) {
    int yes = 0;
    for (int i = 0; i < count; i++) {
      if (entitled.test(i) != DibaoByHand.entitled(households.get(i), DATE)) {
        throw new IllegalStateException(name + " disagrees on household " + i);
      }
      yes += entitled.test(i) ? 1 : 0;
    }
    System.out.printf("%s: the same answers for %d, %d entitled%n", name, count, yes);
  }

  private void compareOwn() {
    Decisions decisions = alone.plan(DATE, AREA).decisions();
    boolean[] entitled = new boolean[households.size()];
    for (int b = 0; b < blocks.size(); b++) {
      decisions.decide(blocks.get(b));
      for (int i = 0; i < blocks.get(b).size(); i++) {
        entitled[b * Block.USUAL + i] = decisions.category(i) == Category.DIBAO;
      }
    }
    compare("columns", i -> entitled[i], entitled.length);
    compare("reasons", i -> traced(alone, i) == Category.DIBAO, entitled.length);
  }

  private Category traced(Law law, int household) {
    return law.determine(households.get(household), DATE, AREA).category();
  }

  private void columns(Law law) {
    Plan plan = law.plan(DATE, AREA);
    Decisions decisions = plan.decisions();
    for (Block block : blocks) {
      decisions.decide(block);
      checksum += decisions.category(0).ordinal();
    }
  }

  private void decide(Law law) {
    for (Household household : households) {
      checksum += law.decide(household, DATE, AREA).category().ordinal();
    }
  }

  private void determine(Law law) {
    for (int i = 0; i < households.size(); i++) {
      checksum += traced(law, i).ordinal();
    }
  }

  private void byHand() {
    for (Household household : households) {
      checksum += DibaoByHand.entitled(household, DATE) ? 1 : 0;
    }
  }
}
