package org.yimen.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yimen.linkage.matching.OneToOne;

/**
 * Links the rows of one file to the persons of the register, founding those the register lacks.
 * Files go one after another, the residence file first. The register learns from every row linked
 * or founded, so later rows and files find the person under what earlier ones told. The same
 * register, rows and ids give the same decisions.
 */
public final class Linker {

  /** Decides every row of a file; the decisions stand in the order of the rows. */
  public List<Decision> link(
      Register register,
      List<SourceRecord> file,
      LongSupplier newPersonIds,
      LongSupplier newHouseholdIds) {
    return new Run(register, newPersonIds, newHouseholdIds).all(file);
  }

  private static final class Run {
    private static final double WORTH_A_LOOK = 20;
    private static final long[] NONE = {};
    private final Register register;
    private final LongSupplier newPersonIds;
    private final LongSupplier newHouseholdIds;
    private final Candidates candidates;
    private final Comparison comparison;

    Run(Register register, LongSupplier newPersonIds, LongSupplier newHouseholdIds) {
      this.register = register;
      this.newPersonIds = newPersonIds;
      this.newHouseholdIds = newHouseholdIds;
      this.candidates = new Candidates(register);
      this.comparison = new Comparison(register);
    }

    List<Decision> all(List<SourceRecord> file) {
      Decision[] decisions = new Decision[file.size()];
      for (int[] group : groups(file)) {
        RowView[] rows = new RowView[group.length];
        for (int i = 0; i < group.length; i++) {
          rows[i] = RowView.of(file.get(group[i]));
        }
        Decision[] decided = household(rows);
        for (int i = 0; i < group.length; i++) {
          decisions[group[i]] = decided[i];
        }
      }
      return Arrays.asList(decisions);
    }

    /** Rows of one household together, in the order of their first row. */
    private static List<int[]> groups(List<SourceRecord> file) {
      Map<Object, List<Integer>> groups = new LinkedHashMap<>();
      for (int i = 0; i < file.size(); i++) {
        String key = file.get(i).householdKey();
        Object group = key == null || key.isEmpty() ? Integer.valueOf(i) : key;
        groups.computeIfAbsent(group, none -> new ArrayList<>()).add(i);
      }
      return groups.values().stream()
          .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
          .toList();
    }

    private Decision[] household(RowView[] rows) {
      Verdict[] verdicts = new Verdict[rows.length];
      for (int i = 0; i < rows.length; i++) {
        verdicts[i] = verdict(rows[i], NONE);
      }
      if (rows.length > 1) {
        supportEachOther(rows, verdicts);
        separate(rows, verdicts);
      }
      return commit(rows, verdicts);
    }

    private Verdict verdict(RowView row, long[] companions) {
      Asked asked = Asked.of(row, companions, register);
      candidates.byNumber(row);
      if (candidates.size() == 1) {
        Evidence carrier = comparison.compare(asked, candidates.get(0));
        if (carrier != null
            && carrier.number() == NumberAgreement.EQUAL
            && carrier.name() == NameAgreement.EQUAL) {
          return new Verdict(Outcome.LINK, carrier, 1, List.of(carrier));
        }
      }
      candidates.byEverything(row, companions);
      List<Evidence> found = new ArrayList<>();
      for (int i = 0; i < candidates.size(); i++) {
        weigh(asked, candidates.get(i), found);
      }
      return Judge.judge(row, found, Math.max(1, register.size()));
    }

    private void weigh(Asked asked, int at, List<Evidence> found) {
      Evidence evidence = comparison.compare(asked, at);
      if (evidence != null) {
        found.add(evidence);
      }
    }

    /** The verdict on a row that fitted nobody, now that others of its household are known. */
    private Verdict again(RowView row, Verdict before, int known, long[] companions) {
      Asked asked = Asked.of(row, companions, register);
      List<Evidence> found = new ArrayList<>(before.ranked());
      for (int at = known; at < register.size(); at++) {
        weigh(asked, at, found);
      }
      return Judge.judge(row, found, Math.max(1, register.size()));
    }

    /** Second pass: a companion's certain link tells where the others should be. */
    private void supportEachOther(RowView[] rows, Verdict[] verdicts) {
      long[] sure = sureHouseholds(verdicts);
      if (sure.length == 0) {
        return;
      }
      for (int i = 0; i < rows.length; i++) {
        if (verdicts[i].outcome() != Outcome.LINK) {
          verdicts[i] = verdict(rows[i], sure);
        }
      }
    }

    private long[] sureHouseholds(Verdict[] verdicts) {
      return Arrays.stream(verdicts)
          .filter(verdict -> verdict.outcome() == Outcome.LINK)
          .mapToLong(verdict -> household(verdict.best()))
          .filter(household -> household != 0)
          .distinct()
          .toArray();
    }

    private long household(@Nullable Evidence best) {
      return best == null ? 0 : register.household(best.at());
    }

    /** Two rows of one household are two persons, unless the file repeats the same name. */
    private static void separate(RowView[] rows, Verdict[] verdicts) {
      List<OneToOne.Pair> pairs = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        Evidence best = verdicts[i].best();
        if (verdicts[i].outcome() == Outcome.LINK && best != null) {
          pairs.add(new OneToOne.Pair(i, best.at(), best.bits()));
        }
      }
      List<OneToOne.Pair> kept = OneToOne.assign(pairs, Double.NEGATIVE_INFINITY);
      for (OneToOne.Pair pair : pairs) {
        if (!kept.contains(pair) && !repeats(pair, kept, rows)) {
          Verdict lost = verdicts[pair.left()];
          verdicts[pair.left()] =
              new Verdict(Outcome.REVIEW, lost.best(), lost.belief() / 2, lost.ranked());
        }
      }
    }

    private static boolean repeats(OneToOne.Pair pair, List<OneToOne.Pair> kept, RowView[] rows) {
      return kept.stream()
          .filter(other -> other.right() == pair.right())
          .anyMatch(
              other ->
                  NameAgreement.of(rows[other.left()].name(), rows[pair.left()].name()).fits());
    }

    private Decision[] commit(RowView[] rows, Verdict[] verdicts) {
      long[] sure = sureHouseholds(verdicts);
      long household = sure.length == 0 ? 0 : sure[0];
      int known = register.size();
      Decision[] decisions = new Decision[rows.length];
      for (int i = 0; i < rows.length; i++) {
        Verdict verdict = verdicts[i];
        if (verdict.outcome() == Outcome.NEW && register.size() > known) {
          verdict = again(rows[i], verdict, known, sure);
        }
        if (verdict.outcome() == Outcome.NEW && household == 0) {
          household = newHouseholdIds.getAsLong();
        }
        decisions[i] = decide(rows[i], verdict, household);
      }
      return decisions;
    }

    private Decision decide(RowView row, Verdict verdict, long household) {
      int number = row.source().row();
      Reason reason = Reasons.of(row, verdict);
      Evidence best = verdict.best();
      double weight = best == null ? 0 : best.bits();
      if (verdict.outcome() == Outcome.LINK && best != null) {
        long person = register.id(best.at());
        register.learn(person, row.source());
        long home = register.household(best.at());
        return new Decision(number, Outcome.LINK, person, home, weight, reason, List.of());
      }
      if (verdict.outcome() == Outcome.NEW) {
        long person = newPersonIds.getAsLong();
        register.add(KnownPerson.founded(row.source(), person, household));
        return new Decision(number, Outcome.NEW, person, household, weight, reason, List.of());
      }
      boolean review = verdict.outcome() == Outcome.REVIEW;
      List<Suggestion> suggestions = review ? suggestions(verdict) : List.of();
      return new Decision(number, verdict.outcome(), 0, 0, weight, reason, suggestions);
    }

    /** Those worth a look: who is a million times less likely than the first is not. */
    private List<Suggestion> suggestions(Verdict verdict) {
      return verdict.ranked().stream()
          .filter(evidence -> evidence.bits() >= verdict.ranked().get(0).bits() - WORTH_A_LOOK)
          .map(
              evidence ->
                  new Suggestion(
                      register.id(evidence.at()), evidence.bits(), Reasons.describe(evidence)))
          .toList();
    }
  }
}
