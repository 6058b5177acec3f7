package org.yimen.batch.source;

import static org.yimen.batch.facts.FactTable.HOUSEHOLD;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.yimen.batch.Refused;
import org.yimen.batch.facts.Column;
import org.yimen.batch.facts.FactTable;

/** Whether Parquet files have the columns of the schema, before a row is read. */
final class ParquetSchema {
  private final SparkSession spark;

  ParquetSchema(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * All files at once; each by itself only where something is wrong.
   *
   * @throws Refused naming file and columns
   */
  void check(List<InputFile> files) {
    String[] paths = files.stream().map(InputFile::asPattern).toArray(String[]::new);
    try {
      StructType merged = spark.read().option("mergeSchema", "true").parquet(paths).schema();
      if (problems(HOUSEHOLD, merged, "").isEmpty()) {
        return;
      }
    } catch (Exception e) { // Spark throws what it doesn't declare
      checkEach(files);
      throw new Refused("Parquet 文件之间的列互相矛盾：" + e.getMessage());
    }
    checkEach(files);
  }

  private void checkEach(List<InputFile> files) {
    for (InputFile file : files) {
      List<String> problems;
      try {
        problems = problems(HOUSEHOLD, spark.read().parquet(file.asPattern()).schema(), "");
      } catch (Exception e) {
        throw new Refused(file.path() + " 不是完整的 Parquet 文件，请重新导出。");
      }
      if (!problems.isEmpty()) {
        throw new Refused(
            file.path() + " 的列与规定的不同（见 docs/spec/batch.md）：\n  " + String.join("\n  ", problems));
      }
    }
  }

  private static List<String> problems(FactTable table, StructType given, String path) {
    List<String> problems = new ArrayList<>();
    for (StructField field : given.fields()) {
      if (table.type().getFieldIndex(field.name()).isEmpty()) {
        problems.add(path + field.name() + "：不认识的列。");
      } else {
        problems.addAll(field(table, field, path + field.name()));
      }
    }
    for (Column column : table.columns()) {
      if (column.required() && given.getFieldIndex(column.name()).isEmpty()) {
        problems.add(path + column.name() + "：缺少必填的列。");
      }
    }
    if (table == HOUSEHOLD && given.getFieldIndex("members").isEmpty()) {
      problems.add("members：缺少必填的列。");
    }
    return problems;
  }

  private static List<String> field(FactTable table, StructField field, String here) {
    int at = table.at(field.name());
    int part = at - table.columns().size();
    if (part < 0) {
      DataType wanted = table.columns().get(at).kind().type();
      return same(wanted, field.dataType())
          ? List.of()
          : List.of(here + "：类型应为 " + wanted.sql() + "，而不是 " + field.dataType().sql() + "。");
    }
    return field.dataType() instanceof ArrayType list
            && list.elementType() instanceof StructType item
        ? problems(table.parts().get(part).table(), item, here + ".")
        : List.of(here + "：应为结构的列表（ARRAY<STRUCT<…>>）。");
  }

  /** Whether a cell may be empty makes no difference. */
  private static boolean same(DataType wanted, DataType given) {
    return wanted.sql().equals(given.sql());
  }
}
