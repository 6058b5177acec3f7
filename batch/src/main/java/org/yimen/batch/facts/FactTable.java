package org.yimen.batch.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of the schema ({@code docs/spec/batch.md}). In Parquet and JSON a table lies in the
 * row it belongs to as a list; as CSV each is a file of its own. Keys are those of case files.
 */
public enum FactTable {
  DISABILITY("残疾", List.of(), "category text!", "level whole!"),
  OBLIGOR(
      "义务人",
      List.of(new Part("disability", DISABILITY)),
      "relation text",
      "birthDate day",
      "status text",
      "ownIncomeYearly amount",
      "ownIncomeYearlyMax amount",
      "propertyWithinRule truth",
      "perCapitaMonthlyIncome amount",
      "perCapitaMonthlyIncomeMax amount",
      "familySize whole",
      "supportedPersons whole",
      "childrenCount whole",
      "paysMonthly amount",
      "paysMonthlyMax amount",
      "orMore list"),
  PROPERTY(
      "财产",
      List.of(),
      "kind text!",
      "value amount",
      "valueMax amount",
      "type text",
      "soleLivelihood truth",
      "employees whole",
      "familyRun truth",
      "capital amount",
      "confirmed truth",
      "orMore list"),
  EXPENSE(
      "支出",
      List.of(),
      "kind text!",
      "amount amount!",
      "amountMax amount",
      "date day",
      "orMore list"),
  COST(
      "费用",
      List.of(),
      "kind text!",
      "monthly amount",
      "monthlyMax amount",
      "yearly amount",
      "yearlyMax amount",
      "orMore list"),
  INCOME(
      "收入",
      List.of(),
      "kind text!",
      "monthly amount",
      "monthlyMax amount",
      "yearly amount",
      "yearlyMax amount",
      "from day",
      "to day",
      "orMore list"),
  MEMBER(
      "成员",
      List.of(
          new Part("income", INCOME),
          new Part("costs", COST),
          new Part("expenses", EXPENSE),
          new Part("property", PROPERTY),
          new Part("disability", DISABILITY),
          new Part("obligors", OBLIGOR)),
      "id text!",
      "relation text!",
      "birthDate day!",
      "sex text",
      "labour text",
      "employment text",
      "student text",
      "livesTogetherMonths whole",
      "livesTogetherMonthsMax whole",
      "clergyYears amount",
      "supportMode text",
      "seriousIllness truth",
      "liveElsewhere truth",
      "imprisoned truth",
      "compulsoryDetox truth",
      "missing truth",
      "conscript truth",
      "orphanSupport truth",
      "dutyOwed truth",
      "contractedLand truth",
      "relocatedToTown truth",
      "unsure list",
      "eat truth",
      "dress truth",
      "bed truth",
      "toilet truth",
      "walk truth",
      "bathe truth",
      "incomeComplete truth",
      "expensesComplete truth",
      "obligorsKnown truth",
      "orMore list"),
  HOUSEHOLD(
      "户",
      List.of(new Part("members", MEMBER), new Part("property", PROPERTY)),
      "id text!",
      "area text!",
      "residence text!",
      "formerlyPoor truth",
      "farmer truth",
      "class text",
      "housingGrade text",
      "dropout truth",
      "uninsuredMembers whole",
      "nobodyAbleToWork truth",
      "risks list",
      "risksComplete truth",
      "propertyComplete truth",
      "toldDibaoIncomeYearly amount",
      "toldDibaoIncomeYearlyMax amount",
      "toldNetIncomeYearly amount",
      "toldNetIncomeYearlyMax amount",
      "qualitySafe truth",
      "dryArea truth",
      "litresPerPersonDay amount",
      "minutesToFetch amount",
      "metresAcross amount",
      "metresUp amount",
      "outageDaysYear amount",
      "orMore list");

  /**
   * Rows of another table that belong to a row.
   *
   * @param name of the list in Parquet and JSON
   */
  public record Part(String name, FactTable table) {}

  private final String title;
  private final List<Part> parts;
  private final List<Column> columns;
  private final StructType type;

  FactTable(String title, List<Part> parts, String... columns) {
    this.title = title;
    this.parts = parts;
    this.columns = Stream.of(columns).map(Column::of).toList();
    List<StructField> fields = new ArrayList<>();
    for (Column column : this.columns) {
      fields.add(DataTypes.createStructField(column.name(), column.kind().type(), true));
    }
    for (Part part : parts) {
      fields.add(
          DataTypes.createStructField(
              part.name(), DataTypes.createArrayType(part.table().type), true));
    }
    this.type = DataTypes.createStructType(fields);
  }

  /** Chinese. */
  public String title() {
    return title;
  }

  public List<Column> columns() {
    return columns;
  }

  public List<Part> parts() {
    return parts;
  }

  /** The columns, then a list of rows for each part. */
  public StructType type() {
    return type;
  }

  /** How many columns and parts. */
  public int width() {
    return columns.size() + parts.size();
  }

  /** Where the column or part of that name lies. */
  public int at(String name) {
    return type.fieldIndex(name);
  }
}
