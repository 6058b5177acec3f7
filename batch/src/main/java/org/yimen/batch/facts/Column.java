package org.yimen.batch.facts;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A column of the schema.
 *
 * @param name the same in every format
 */
public record Column(String name, Kind kind, boolean required) implements Serializable {

  /** What a cell holds. */
  public enum Kind {
    TEXT("文字", DataTypes.StringType),
    LIST("列表", DataTypes.createArrayType(DataTypes.StringType)),
    TRUTH("true 或 false", DataTypes.BooleanType),
    DAY("日期（写作 2025-08-01）", DataTypes.DateType),
    WHOLE("整数", DataTypes.IntegerType),
    AMOUNT("最多两位小数的数", DataTypes.createDecimalType(Column.PRECISION, Column.SCALE));

    private final String title;
    private final DataType type;

    Kind(String title, DataType type) {
      this.title = title;
      this.type = type;
    }

    public String title() {
      return title;
    }

    public DataType type() {
      return type;
    }
  }

  /** Digits of an amount, and of them after the point. */
  public static final int PRECISION = 15;

  public static final int SCALE = 2;

  /** From {@code name kind}, with {@code !} behind it where the cell must not be empty. */
  static Column of(String text) {
    String[] parts = text.split(" ", 2);
    boolean required = parts[1].endsWith("!");
    String kind = required ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
    return new Column(parts[0], Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), required);
  }
}
