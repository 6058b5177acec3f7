package org.yimen.batch.deciding;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createStructField;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.Fault;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.policy.Law;

/** A household with what was decided of it, as a row of what a run keeps while it works. */
public final class DecidedRow {
  private static final DataType MONEY = DataTypes.createDecimalType(14, 2);

  /** One thing that is wrong. */
  private static final StructType FAULT =
      DataTypes.createStructType(
          List.of(
              createStructField("file", StringType, true),
              createStructField("position", DataTypes.LongType, true),
              createStructField("column", StringType, true),
              createStructField("message", StringType, true)));

  /** Columns of what one law says; those of the rules to compare with are called the same. */
  public static final List<String> VERDICT =
      List.of("category", "watch", "watchKind", "conditions", "monthlyLow", "monthlyHigh", "law");

  /** Before the columns of the rules to compare with. */
  public static final String TRIED = "tried_";

  private DecidedRow() {}

  /** Its columns, with those of rules to compare with where there are any. */
  public static StructType type(boolean compared) {
    List<StructField> fields = new ArrayList<>();
    fields.add(createStructField("id", StringType, true));
    fields.add(createStructField("area", StringType, true));
    fields.add(createStructField("members", DataTypes.IntegerType, true));
    fields.addAll(verdict(""));
    if (compared) {
      fields.addAll(verdict(TRIED));
    }
    fields.add(createStructField("facts", StringType, true));
    fields.add(createStructField("file", StringType, true));
    fields.add(createStructField("position", DataTypes.LongType, true));
    fields.add(createStructField("faults", DataTypes.createArrayType(FAULT), true));
    return DataTypes.createStructType(fields);
  }

  private static List<StructField> verdict(String before) {
    return VERDICT.stream()
        .map(
            name ->
                createStructField(
                    before + name, name.startsWith("monthly") ? MONEY : StringType, true))
        .toList();
  }

  /** A row; after faults without any verdict. */
  static Row of(
      GivenHousehold given,
      Question question,
      @Nullable Verdict verdict,
      LoadedLaw law,
      @Nullable Tried tried) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(given.id());
    cells.add(given.area());
    cells.add(given.household() == null ? null : given.household().members().size());
    add(cells, verdict, law);
    if (tried != null) {
      add(cells, tried.verdict(), tried.law());
    }
    cells.add(
        given.household() == null
            ? null
            : hex(Law.factsHash(given.household(), question.asOf(), given.area())));
    cells.add(given.file());
    cells.add(given.position());
    cells.add(given.faults().stream().map(DecidedRow::fault).toArray(Row[]::new));
    return RowFactory.create(cells.toArray());
  }

  /** What the rules to compare with say. */
  record Tried(@Nullable Verdict verdict, LoadedLaw law) {}

  private static Row fault(Fault fault) {
    return RowFactory.create(fault.file(), fault.position(), fault.column(), fault.message());
  }

  private static void add(List<@Nullable Object> cells, @Nullable Verdict verdict, LoadedLaw law) {
    if (verdict == null) {
      VERDICT.forEach(name -> cells.add(null));
      return;
    }
    cells.add(verdict.category().code());
    cells.add(verdict.watch().result().code());
    cells.add(verdict.watch().kind() == null ? null : verdict.watch().kind().code());
    cells.add(HexFormat.of().formatHex(verdict.findings()));
    cells.add(verdict.least() == null ? null : verdict.least().setScale(2, RoundingMode.HALF_UP));
    cells.add(verdict.most() == null ? null : verdict.most().setScale(2, RoundingMode.HALF_UP));
    cells.add(hex(law.law().hash()));
  }

  /** Sixteen digits. */
  public static String hex(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }
}
