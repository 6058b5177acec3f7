package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;

/**
 * What a household is to be paid a month and how that is worked out, line by line with its basis:
 * {@link #of} is where screening, a decision and a re-check begin. Payment starts at {@link
 * PaidMonths#firstAfterDecision}; nothing here decides anything.
 *
 * @param determination what it rests on
 * @param lines in the order of the calculation; those whose {@link Line#step()} adds make the sum
 * @param monthly yuan, of 低保 with supplements and of 特困 persons; within bounds where an income is;
 *     null where nothing can be said
 * @param open why no exact sum can be said; null where it can
 */
public record Award(
    Determination determination,
    List<Line> lines,
    @Nullable Figure monthly,
    @Nullable String open) {

  /** What a line is; {@code adds}: part of the sum, else a step on the way or another's choice. */
  public enum Step {
    DIFFERENCE("difference", false),
    CLASSES("classes", false),
    FLOOR("floor", false),
    BASE("base", true),
    SUPPLEMENT("supplement", true),
    TEKUN_BASIC("tekunBasic", true),
    TEKUN_CARE("tekunCare", true),
    SINGLE("single", false);

    private final String code;
    private final boolean adds;

    Step(String code, boolean adds) {
      this.code = code;
      this.adds = adds;
    }

    public String code() {
      return code;
    }

    public boolean adds() {
      return adds;
    }
  }

  /**
   * @param subject {@code household} or a member's id
   * @param amount yuan a month
   * @param text how it is worked out, a Chinese sentence without the member's name
   * @param basis documents and articles: of the rule, then of each value that it uses
   */
  public record Line(Step step, String subject, Figure amount, String text, List<String> basis) {}

  /**
   * Works it out by the law of a day at a place.
   *
   * @param area division code, null: only national values hold
   */
  public static Award of(Law law, Household household, LocalDate date, @Nullable String area) {
    Determination determined = law.determine(household, date, area);
    if (determined.category() == Category.UNKNOWN) {
      return new Award(determined, List.of(), null, unknown(determined));
    }
    List<Line> lines = new AwardLines(law, household, determined).all();
    Figure sum = sum(lines);
    return new Award(determined, lines, sum, open(determined, sum));
  }

  private static String unknown(Determination determined) {
    return determined.figures().incomeMonthly().exact()
        ? "类别尚不能确定，不能算出金额；缺少的情况查明后再算。"
        : "家庭收入尚不清楚，不能算出金额；收入查明后再算。";
  }

  private static @Nullable String open(Determination determined, Figure sum) {
    if (determined.persons().stream().anyMatch(person -> person.tekun() == Finding.UNKNOWN)) {
      return "有成员是否属于特困人员尚不清楚，金额以认定后为准。";
    }
    return sum.exact() ? null : "家庭收入等只知道范围，或者当地没有设定标准，不能算出确切金额。";
  }

  private static Figure sum(List<Line> lines) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    boolean exact = true;
    for (Line line : lines) {
      if (line.step.adds()) {
        low = low.add(line.amount.low());
        BigDecimal most = line.amount.high();
        high = high == null || most == null ? null : high.add(most);
        exact &= line.amount.exact();
      }
    }
    return new Figure(low, high, exact);
  }
}
