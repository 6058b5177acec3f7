package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Law;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** The most that temporary aid may come to at a place on a day (新疆关于进一步加强和规范临时救助工作的通知 救助标准). */
public final class TemporaryAid {
  private final Law law;
  private final @Nullable Value[] values;

  private TemporaryAid(Law law, @Nullable Value[] values) {
    this.law = law;
    this.values = values;
  }

  /** Why aid is asked for. */
  public enum Kind {
    /** 急难型: aid first, papers afterwards. */
    EMERGENCY("emergency"),
    /** 支出型. */
    EXPENSE("expense"),
    /** 重大困难, decided case by case (一事一议). */
    MAJOR("major");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * @param area division code, null: only national values hold
   */
  public static TemporaryAid on(Law law, LocalDate date, @Nullable String area) {
    return new TemporaryAid(law, law.parameters().on(date, area));
  }

  /**
   * Yuan for one approval, which may be paid in several parts.
   *
   * @param persons of the family, at least one
   * @throws IllegalStateException where no value holds of a parameter it needs
   */
  public BigDecimal ceiling(Kind kind, int persons) {
    if (kind == Kind.MAJOR) {
      return number("temporaryAid.majorCeiling");
    }
    BigDecimal months =
        number(
            kind == Kind.EMERGENCY ? "temporaryAid.emergencyMonths" : "temporaryAid.expenseMonths");
    BigDecimal ceiling = months.multiply(number("dibao.standard.urban"));
    return value("temporaryAid.per").raw().equals("person")
        ? ceiling.multiply(BigDecimal.valueOf(persons))
        : ceiling;
  }

  private BigDecimal number(String id) {
    return (BigDecimal) value(id).raw();
  }

  private Value value(String id) {
    Parameter parameter = law.parameters().find(id);
    Value value = parameter == null ? null : values[parameter.index()];
    if (value == null) {
      throw new IllegalStateException("没有参数“" + id + "”的值，请先设定。");
    }
    return value;
  }
}
