package org.yimen.policy.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside the household who owes a member support (赡养、抚养、扶养义务人).
 *
 * @param birthDate null where not known: then taken as not yet old
 * @param ownIncomeYearly fen a year
 * @param family the obligor's own family
 * @param paysMonthly fen really paid a month
 */
public record Obligor(
    @Nullable Relation relation,
    @Nullable LocalDate birthDate,
    Status status,
    List<Disability> disabilities,
    Range ownIncomeYearly,
    boolean propertyWithinRule,
    Family family,
    Range paysMonthly) {

  public Obligor {
    disabilities = List.copyOf(disabilities);
  }

  /** An obligor of whom nothing special is known. */
  public static Obligor of(Relation relation, Family family) {
    return new Obligor(
        relation, null, Status.NONE, List.of(), Range.ZERO, true, family, Range.ZERO);
  }

  /**
   * The family an obligor lives in.
   *
   * @param perCapitaMonthlyIncome fen
   */
  public record Family(
      Range perCapitaMonthlyIncome, int size, int supportedPersons, int childrenCount) {
    public static final Family NOTHING_KNOWN = new Family(Range.ZERO, 1, 1, 1);
  }

  /** What makes an obligor unable. */
  public enum Status implements Coded {
    NONE("none", "无"),
    TEKUN("tekun", "特困人员"),
    DIBAO("dibao", "低保对象"),
    IMPRISONED("imprisoned", "服刑"),
    MISSING("missing", "失踪"),
    NO_CAPACITY("noCapacity", "无民事行为能力");

    private final String code;
    private final String title;

    Status(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
