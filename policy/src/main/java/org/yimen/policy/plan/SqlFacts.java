package org.yimen.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.FactSteps;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.RecogniseSteps;
import org.yimen.policy.columns.Step;
import org.yimen.policy.columns.SupportSteps;
import org.yimen.policy.evaluation.Kinship;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.plan.SqlStages.Expression;

/** Facts, and who is recognised, as SQL; columns of codes are c0, c1…, of numbers n0, n1…. */
final class SqlFacts {
  /** How often those with an able obligor are taken out; a household needs as many as a chain. */
  private static final int ROUNDS = 6;

  private final SqlStages stages;
  private final Map<Integer, Expression> numbers;
  private final Map<Integer, Expression> truths;

  SqlFacts(SqlStages stages, Map<Integer, Expression> numbers, Map<Integer, Expression> truths) {
    this.stages = stages;
    this.numbers = numbers;
    this.truths = truths;
  }

  void step(Step step) {
    if (step instanceof FactSteps.Load s) {
      numbers.put(s.out(), new Expression(s.place(), 0, "n" + s.column()));
    } else if (step instanceof FactSteps.Told s) {
      numbers.put(s.out(), new Expression(s.place(), 0, "COALESCE(n" + s.column() + ", 0)"));
    } else if (step instanceof FactSteps.Age s) {
      String years = "CAST(TRUNC((" + s.today() + " - n0) / 10000.0) AS BIGINT)";
      String text = "(CASE WHEN n0 = 0 THEN 0 ELSE " + years + " END)";
      numbers.put(s.out(), new Expression(s.place(), 0, text));
    } else if (step instanceof FactSteps.CostMonthly s) {
      String text = "(n0 * CASE WHEN c1 = 0 THEN 12 ELSE 1 END)";
      numbers.put(s.out(), new Expression(s.place(), 0, text));
    } else if (step instanceof FactSteps.Monthly s) {
      List<String> months = new ArrayList<>();
      for (long first : s.firsts()) {
        months.add("CASE WHEN " + first + " BETWEEN n1 AND e1 THEN 1 ELSE 0 END");
      }
      String text =
          "(n0 * CASE WHEN c1 = 0 THEN 12 ELSE 1 END * (" + String.join(" + ", months) + "))";
      numbers.put(s.out(), stages.named(new Expression(s.place(), 0, text), "v" + s.out()));
    } else {
      truth(step);
    }
  }

  private void truth(Step step) {
    if (step instanceof FactSteps.Coded s) {
      truths.put(s.out(), new Expression(s.place(), 0, codes("c" + s.column(), s.mask())));
    } else if (step instanceof FactSteps.ByKind s) {
      String open = s.open() == 0 ? "" : "CASE WHEN " + codes("c0", s.open()) + " THEN NULL ELSE ";
      String text = "(" + open + codes("c0", s.met()) + (s.open() == 0 ? ")" : " END)");
      truths.put(s.out(), new Expression(s.place(), 0, text));
    } else if (step instanceof FactSteps.IsTold s) {
      truths.put(s.out(), new Expression(s.place(), 0, "(n" + s.column() + " IS NOT NULL)"));
    } else if (step instanceof FactSteps.Flagged s) {
      truths.put(s.out(), new Expression(s.place(), 0, "(((n4 >> " + s.bit() + ") & 1) = 1)"));
    } else if (step instanceof FactSteps.Recent s) {
      String text = "(n1 < -1000000000000 OR n1 > " + s.after() + " AND n1 <= " + s.until() + ")";
      truths.put(s.out(), new Expression(s.place(), 0, text));
    } else if (step instanceof RecogniseSteps.Size s) {
      Expression in = had(truths.get(s.belongs()));
      Expression sum = in.with("GREATEST(1, SUM(CASE WHEN " + in.text() + " THEN 1 ELSE 0 END))");
      numbers.put(s.out(), stages.gathered(sum, Place.HOUSEHOLD, "v" + s.out(), "1"));
    } else if (step instanceof RecogniseSteps.Recognise s) {
      recognise(s);
    } else if (step instanceof SupportSteps.NobodyAble s) {
      nobodyAble(s);
    } else {
      throw new IllegalStateException("no SQL for " + step);
    }
  }

  private static <T> T had(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a column is used before it is made");
    }
    return value;
  }

  private static String codes(String column, long mask) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 63; i++) {
      if ((mask >>> i & 1) != 0) {
        codes.add("" + i);
      }
    }
    return codes.isEmpty() ? "FALSE" : "(" + column + " IN (" + String.join(", ", codes) + "))";
  }

  private void recognise(RecogniseSteps.Recognise s) {
    Expression c = had(truths.get(s.counted()));
    Expression t = had(truths.get(s.tekun()));
    int stage = Math.max(c.stage(), t.stage());
    String any = "BOOL_OR(" + c.text() + ")";
    String all = "(BOOL_AND(NOT " + c.text() + " OR " + t.text() + ") AND " + any + ")";
    Place h = Place.HOUSEHOLD;
    Expression every =
        stages.gathered(new Expression(Place.MEMBER, stage, all), h, "t" + s.everybody(), "FALSE");
    truths.put(s.everybody(), every);
    truths.put(
        s.anybody(),
        stages.gathered(new Expression(Place.MEMBER, stage, any), h, "t" + s.anybody(), "FALSE"));
    Expression spread = stages.spread(every, Place.MEMBER, "t" + s.everybody() + "_all");
    String text = "(" + c.text() + " AND (" + spread.text() + " OR NOT " + t.text() + "))";
    truths.put(s.weight(), stages.named(spread.with(text), "t" + s.weight()));
  }

  private void nobodyAble(SupportSteps.NobodyAble s) {
    Expression candidate = had(truths.get(s.candidate()));
    Expression unable = had(truths.get(s.unable()));
    Expression outside = had(truths.get(s.outside()));
    Expression age = had(numbers.get(s.age()));
    int stage = Math.max(candidate.stage(), Math.max(unable.stage(), outside.stage()));
    Expression at = new Expression(Place.MEMBER, stage, "");
    stages.named(at.with(age.text()), "o_age");
    stages.named(at.with(unable.text()), "o_unable");
    stages.named(at.with(outside.text()), "o_outside");
    Expression in = stages.named(at.with(candidate.text()), "o_in0");
    int now = stages.other("kin", kin(stages.table(Place.MEMBER, in.stage())), in.stage() + 1);
    for (int round = 0; round <= ROUNDS; round++) {
      String members = stages.table(Place.MEMBER, now);
      String select =
          "SELECT kin.taker FROM kin JOIN %s m ON m.id = kin.giver WHERE NOT (m.o_in%d OR m.o_unable)"
              .formatted(members, round);
      now = stages.other("able" + round, select + " GROUP BY kin.taker", now + 1);
      String met = "(o_outside AND NOT EXISTS (SELECT 1 FROM able%d a WHERE a.taker = x.id))";
      String name = round == ROUNDS ? "t" + s.out() : "o_in" + (round + 1);
      String kept = round == ROUNDS ? met : "(o_in" + round + " AND " + met + ")";
      Expression next =
          stages.named(new Expression(Place.MEMBER, now, kept.formatted(round)), name);
      now = next.stage();
      truths.put(s.out(), next);
    }
  }

  /** Who of a household owes whom support. */
  private static String kin(String members) {
    String bound =
        "CASE WHEN g.o_age < %d THEN %d WHEN t.o_age < %d THEN %d ELSE %d | CAST(c.couples AS INTEGER) END"
            .formatted(
                Kinship.ADULT,
                Kinship.bound(false, false, 0),
                Kinship.ADULT,
                Kinship.bound(true, true, 0),
                Kinship.bound(true, false, 0));
    return "SELECT t.id AS taker, g.id AS giver FROM "
        + members
        + " t JOIN "
        + members
        + " g ON g.parent = t.parent AND g.id <> t.id\nJOIN (SELECT parent, "
        + couples()
        + " AS couples FROM "
        + members
        + " GROUP BY parent) c ON c.parent = t.parent\nJOIN (VALUES "
        + ties()
        + ") AS tie (giver, taker, tie) ON tie.giver = g.c0 AND tie.taker = t.c0\n"
        + "WHERE (tie.tie & ("
        + bound
        + ")) <> 0\n";
  }

  private static String ties() {
    List<String> ties = new ArrayList<>();
    for (Relation giver : Relation.values()) {
      for (Relation taker : Relation.values()) {
        int tie = Kinship.tie(giver.ordinal(), taker.ordinal());
        if (tie != 0) {
          ties.add("(" + giver.ordinal() + ", " + taker.ordinal() + ", " + tie + ")");
        }
      }
    }
    return String.join(", ", ties);
  }

  /** Which children of a household are surely married to which in-laws. */
  private static String couples() {
    String both = "SUM(CASE WHEN c0 = %d AND o_age >= " + Kinship.ADULT + " THEN 1 ELSE 0 END) = 1";
    String couple = "CASE WHEN " + both + " AND " + both + " THEN %d ELSE 0 END";
    return couple.formatted(
            Relation.SON.ordinal(), Relation.DAUGHTER_IN_LAW.ordinal(), Kinship.couples(1, 1, 0, 0))
        + " + "
        + couple.formatted(
            Relation.DAUGHTER.ordinal(),
            Relation.SON_IN_LAW.ordinal(),
            Kinship.couples(0, 0, 1, 1));
  }
}
