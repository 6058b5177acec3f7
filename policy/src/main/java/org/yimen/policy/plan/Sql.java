package org.yimen.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.columns.ChoiceSteps;
import org.yimen.policy.columns.CompareSteps;
import org.yimen.policy.columns.FractionSteps;
import org.yimen.policy.columns.GroupSteps;
import org.yimen.policy.columns.Limits;
import org.yimen.policy.columns.NumberSteps;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.Step;
import org.yimen.policy.columns.TruthSteps;
import org.yimen.policy.plan.SqlStages.Expression;

/**
 * A plan as one SQL statement, for another engine to say the same. Only for exact facts: numbers
 * not known are NULL, which SQL carries through comparisons as not known, but sums and choices by
 * something not known would be wrong.
 */
final class Sql {
  private static final int INLINE = 160;

  private final Plan plan;
  private final String wide;
  private final SqlStages stages = new SqlStages();
  private final Map<Integer, Expression> numbers = new HashMap<>();
  private final Map<Integer, Expression> dens = new HashMap<>();
  private final Map<Integer, Expression> truths = new HashMap<>();

  /**
   * @param wide the engine's type for products of 128 bits
   */
  Sql(Plan plan, String wide) {
    this.plan = plan;
    this.wide = wide;
  }

  /** One row a household and one a member: id, parent (null: household), finding by finding. */
  String text() {
    for (Step step : plan.constants) {
      step(step);
    }
    for (Step step : plan.steps) {
      step(step);
    }
    Plan.Outputs o = plan.outputs;
    List<Integer> own = new ArrayList<>(o.ofHousehold());
    own.addAll(o.categories().values());
    own.add(o.watch());
    own.addAll(o.watchKinds().values());
    own.add(o.everybody());
    own.add(o.anybody());
    String households = outputs(own, Place.HOUSEHOLD);
    String members = outputs(o.ofMember(), Place.MEMBER);
    int last = stages.last();
    String with = stages.with();
    return with
        + "SELECT 0 AS of_member, id, "
        + households
        + " AS found FROM "
        + stages.table(Place.HOUSEHOLD, last)
        + "\nUNION ALL\nSELECT 1, id, "
        + members
        + " FROM "
        + stages.table(Place.MEMBER, last);
  }

  private String outputs(List<Integer> slots, Place place) {
    return slots.stream()
        .map(
            slot ->
                "CASE WHEN "
                    + truth(slot).text()
                    + " THEN '1' WHEN NOT "
                    + truth(slot).text()
                    + " THEN '0' ELSE '2' END")
        .collect(Collectors.joining(" || "));
  }

  private static <T> T had(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a column is used before it is made");
    }
    return value;
  }

  private Expression number(int slot) {
    return had(numbers.get(slot));
  }

  private Expression truth(int slot) {
    return had(truths.get(slot));
  }

  private String den(int slot) {
    Expression den = dens.get(slot);
    return den == null ? "1" : den.text();
  }

  private int stage(int slot) {
    Expression den = dens.get(slot);
    return Math.max(number(slot).stage(), den == null ? 0 : den.stage());
  }

  private void number(int slot, Expression e) {
    numbers.put(slot, e.text().length() > INLINE ? stages.named(e, "v" + slot) : e);
  }

  private void den(int slot, Expression e) {
    dens.put(slot, e.text().length() > INLINE ? stages.named(e, "d" + slot) : e);
  }

  private void truth(int slot, Expression e) {
    truths.put(slot, e.text().length() > INLINE ? stages.named(e, "t" + slot) : e);
  }

  private Expression two(Place place, int a, int b, String format) {
    int stage = Math.max(stage(a), stage(b));
    return new Expression(place, stage, format.formatted(number(a).text(), number(b).text()));
  }

  private void step(Step step) {
    if (step instanceof NumberSteps.Constant s) {
      if (s.low().endless() || s.high().endless()) {
        number(s.out(), new Expression(s.place(), 0, "CAST(NULL AS BIGINT)"));
      } else {
        number(s.out(), new Expression(s.place(), 0, "CAST(" + s.low().number() + " AS BIGINT)"));
      }
    } else if (step instanceof NumberSteps.Plus s) {
      number(s.out(), two(s.place(), s.left(), s.right(), s.minus() ? "(%s - %s)" : "(%s + %s)"));
    } else if (step instanceof NumberSteps.Product s) {
      number(s.out(), two(s.place(), s.left(), s.right(), "(%s * %s)"));
    } else if (step instanceof ChoiceSteps.Extreme s) {
      String function = s.larger() ? "GREATEST" : "LEAST";
      number(s.out(), two(s.place(), s.left(), s.right(), function + "(%s, %s)"));
    } else if (step instanceof NumberSteps.Multiple s) {
      scaled(s.out(), s.of(), "(%s * " + s.times() + ")");
    } else if (step instanceof NumberSteps.Negative s) {
      scaled(s.out(), s.of(), "(-%s)");
    } else if (step instanceof ChoiceSteps.Pick s) {
      pick(s);
    } else if (!fraction(step)) {
      other(step);
    }
  }

  private boolean fraction(Step step) {
    if (step instanceof FractionSteps.Quotient s) {
      Expression b = number(s.right());
      number(s.out(), two(s.place(), s.left(), s.right(), "(%s * " + s.times() + ")"));
      den(s.out(), b.with("(CASE WHEN " + b.text() + " > 0 THEN " + b.text() + " END)"));
    } else if (step instanceof FractionSteps.Share s) {
      number(s.out(), two(s.place(), s.left(), s.right(), "(%s * " + shares(s) + ")"));
    } else if (step instanceof FractionSteps.Plus s) {
      String sum = "(%s * " + den(s.right()) + " + %s * " + den(s.left()) + ")";
      Expression e = two(s.place(), s.left(), s.right(), sum);
      number(s.out(), e);
      den(s.out(), e.with("(" + den(s.left()) + " * " + den(s.right()) + ")"));
    } else {
      return false;
    }
    return true;
  }

  private void scaled(int out, int of, String format) {
    Expression a = number(of);
    number(out, new Expression(a.place(), stage(of), format.formatted(a.text())));
    Expression den = dens.get(of);
    if (den != null) {
      dens.put(out, den);
    }
  }

  private void pick(ChoiceSteps.Pick s) {
    Expression c = truth(s.condition());
    int stage = Math.max(c.stage(), Math.max(stage(s.left()), stage(s.right())));
    String format = "(CASE WHEN " + c.text() + " THEN %s ELSE %s END)";
    String a = number(s.left()).text();
    number(
        s.out(), new Expression(s.place(), stage, format.formatted(a, number(s.right()).text())));
    if (dens.containsKey(s.left()) || dens.containsKey(s.right())) {
      String text = format.formatted(den(s.left()), den(s.right()));
      den(s.out(), new Expression(s.place(), stage, text));
    }
  }

  private static String shares(FractionSteps.Share s) {
    StringBuilder text = new StringBuilder("CASE %2$s");
    for (int i = 1; i <= Limits.SUPPORTED; i++) {
      text.append(" WHEN " + i + " THEN " + s.common() / i);
    }
    return text.append(" END").toString();
  }

  private void other(Step step) {
    if (step instanceof CompareSteps.Less s) {
      boolean plain = !dens.containsKey(s.left()) && !dens.containsKey(s.right());
      String cast = "(CAST(%s AS " + wide + ") * " + den(s.right()) + " < CAST(%s AS " + wide;
      String format = plain ? "(%s < %s)" : cast + ") * " + den(s.left()) + ")";
      truth(s.out(), two(s.place(), s.left(), s.right(), format));
    } else if (step instanceof CompareSteps.Same s) {
      truth(s.out(), two(s.place(), s.left(), s.right(), "(%s = %s)"));
    } else if (step instanceof TruthSteps.Join s) {
      join(s);
    } else if (step instanceof TruthSteps.Not s) {
      truth(s.out(), truth(s.of()).with("(NOT " + truth(s.of()).text() + ")"));
    } else if (step instanceof TruthSteps.Surely s) {
      truth(s.out(), truth(s.of()).with("COALESCE(" + truth(s.of()).text() + ", FALSE)"));
    } else if (step instanceof TruthSteps.Fixed s) {
      truth(s.out(), new Expression(s.place(), 0, fixed(s.finding())));
    } else if (step instanceof TruthSteps.Pick s) {
      Expression c = truth(s.condition());
      Expression a = truth(s.left());
      Expression b = truth(s.right());
      int stage = Math.max(c.stage(), Math.max(a.stage(), b.stage()));
      String text = "(CASE WHEN " + c.text() + " THEN " + a.text() + " ELSE " + b.text() + " END)";
      truth(s.out(), new Expression(s.place(), stage, text));
    } else if (!group(step)) {
      new SqlFacts(stages, numbers, truths).step(step);
    }
  }

  private static String fixed(Finding finding) {
    return switch (finding) {
      case MET -> "TRUE";
      case NOT_MET -> "FALSE";
      case UNKNOWN -> "CAST(NULL AS BOOLEAN)";
    };
  }

  private void join(TruthSteps.Join s) {
    int stage = 0;
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < s.of().length; i++) {
      Expression part = truth(s.of()[i]);
      stage = Math.max(stage, part.stage());
      parts.add(s.negated()[i] ? "NOT " + part.text() : part.text());
    }
    String text = "(" + String.join(s.all() ? " AND " : " OR ", parts) + ")";
    truth(s.out(), new Expression(s.place(), stage, text));
  }

  private boolean group(Step step) {
    if (step instanceof GroupSteps.SpreadNumber s) {
      numbers.put(s.out(), stages.spread(number(s.of()), s.place(), "v" + s.out()));
      Expression den = dens.get(s.of());
      if (den != null) {
        dens.put(s.out(), stages.spread(den, s.place(), "d" + s.out()));
      }
    } else if (step instanceof GroupSteps.SpreadTruth s) {
      truths.put(s.out(), stages.spread(truth(s.of()), s.place(), "t" + s.out()));
    } else if (step instanceof GroupSteps.Total s) {
      total(s);
    } else if (step instanceof GroupSteps.Tally s) {
      Expression e = truth(s.of());
      Expression sum = e.with("SUM(CASE WHEN " + e.text() + " THEN 1 ELSE 0 END)");
      number(s.out(), stages.gathered(sum, GroupSteps.wider(s.inner()), "v" + s.out(), "0"));
    } else if (step instanceof GroupSteps.Any s) {
      Expression any = truth(s.of()).with("BOOL_OR(" + truth(s.of()).text() + ")");
      truth(s.out(), stages.gathered(any, GroupSteps.wider(s.inner()), "t" + s.out(), "FALSE"));
    } else {
      return false;
    }
    return true;
  }

  private void total(GroupSteps.Total s) {
    Expression e = number(s.of());
    String text = e.text();
    int stage = e.stage();
    if (s.belongs() != GroupSteps.ALWAYS) {
      text = "CASE WHEN " + truth(s.belongs()).text() + " THEN " + text + " ELSE 0 END";
      stage = Math.max(stage, truth(s.belongs()).stage());
    }
    Expression sum = new Expression(s.inner(), stage, "CAST(SUM(" + text + ") AS BIGINT)");
    number(s.out(), stages.gathered(sum, GroupSteps.wider(s.inner()), "v" + s.out(), "0"));
  }
}
