package org.yimen.exchange.outward;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.exchange.outward.UpstreamSystem.Column;
import org.yimen.exchange.outward.UpstreamSystem.Sheet;
import org.yimen.exchange.outward.family.Families;
import org.yimen.exchange.outward.family.Family;
import org.yimen.platform.CopyRows;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes all families of an area into temporary tables of the running transaction, where checks and
 * comparisons are single statements. Who they are goes in sealed or as a keyed hash only.
 */
@Component
public class StageFamilies {

  private static final List<String> IDENTIFYING =
      List.of(
          "address",
          "phone",
          "bankAccount",
          "headName",
          "headNumber",
          "contact",
          "name",
          "number",
          "citizenNumber",
          "disabilityCard",
          "illness",
          "obligors",
          "employer",
          "wishes",
          "helps",
          "riskNote",
          "collector",
          "school",
          "income",
          "expenses",
          "costs");

  private final Families families;
  private final UpstreamSystems systems;
  private final Cells cells;
  private final IncomeLines lines;
  private final JdbcClient jdbc;
  private final DataSource dataSource;

  StageFamilies(
      Families families,
      UpstreamSystems systems,
      Cells cells,
      IncomeLines lines,
      JdbcClient jdbc,
      DataSource dataSource) {
    this.families = families;
    this.systems = systems;
    this.cells = cells;
    this.lines = lines;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Stages families and members for the checks alone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forChecks(String area) {
    stage(area, null);
  }

  /** Stages them, and the rows that a system would have of them now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forPack(String area, UpstreamSystem system) {
    stage(area, system);
  }

  private void stage(String area, @Nullable UpstreamSystem system) {
    for (String table : StagedTables.CREATE) {
      jdbc.sql(table).update();
    }
    IncomeLines.Today today = lines.today();
    try (Writers out = new Writers(dataSource, new Numbers(jdbc, "exchange.outward_row"))) {
      families.each(
          today.day(),
          area,
          family -> {
            today.of(family.area()).ifPresent(line -> family.told().put("watchLine", line));
            if (system != null && family.systems().contains(system.id())) {
              rows(system, family, out);
            }
            write(family, out);
          });
    }
    for (String analyse : StagedTables.ANALYSE) {
      jdbc.sql(analyse).update();
    }
  }

  private void write(Family family, Writers out) {
    out.family.row(
        family.key(),
        family.systems(),
        family.area(),
        family.household(),
        family.application(),
        family.name(),
        nameless(family.told()));
    int place = 0;
    for (Family.Person person : family.members()) {
      String number = person.told().path("number").asString("");
      out.member.row(
          family.key(),
          place++,
          person.name(),
          number.isEmpty() ? null : cells.key(number),
          nameless(person.told()));
    }
  }

  /** Without what says who it is: a check asks whether there is a phone, not which. */
  private static ObjectNode nameless(ObjectNode told) {
    told.put("phoneKnown", !told.path("phone").asString("").isBlank());
    told.put("contactPhoneKnown", !told.path("contactPhone").asString("").isBlank());
    ObjectNode kept = told.deepCopy();
    kept.remove(IDENTIFYING);
    kept.remove("contactPhone");
    if (!told.path("contact").asString("").isBlank()) {
      kept.put("contact", "1");
    }
    return kept;
  }

  private void rows(UpstreamSystem system, Family family, Writers out) {
    for (Sheet sheet : system.sheets()) {
      if (sheet.ofMembers()) {
        for (Family.Person person : family.members()) {
          row(sheet, family, person, out);
        }
      } else {
        row(sheet, family, null, out);
      }
    }
  }

  private void row(Sheet sheet, Family family, Family.@Nullable Person person, Writers out) {
    List<String> filled = systems.cells(sheet, family, person);
    String name = person == null ? family.name() : person.name();
    for (int i = 0; i < filled.size(); i++) {
      Column column = sheet.columns().get(i);
      if (column.required() && filled.get(i).isEmpty()) {
        String who = person == null ? "" : name + "：";
        out.omitted.row(family.key(), who + "缺“" + column.header() + "”");
      }
    }
    long id = out.numbers.next();
    out.row.row(
        id,
        sheet.name(),
        person == null ? family.key() : person.key(),
        family.key(),
        family.area(),
        family.household(),
        family.application(),
        name,
        cells.content(id, filled));
  }

  /** What is written, each into its table; several may be open at once. */
  private static final class Writers implements AutoCloseable {

    private final CopyRows family;
    private final CopyRows member;
    private final CopyRows row;
    private final CopyRows omitted;
    private final Numbers numbers;

    Writers(DataSource source, Numbers numbers) {
      this.numbers = numbers;
      family = CopyRows.into(source, "outward_family", StagedTables.FAMILY);
      member = CopyRows.into(source, "outward_member", StagedTables.MEMBER);
      row = CopyRows.into(source, "outward_now", StagedTables.NOW);
      omitted = CopyRows.into(source, "outward_left_out", "family", "why");
    }

    @Override
    public void close() {
      family.close();
      member.close();
      row.close();
      omitted.close();
    }
  }
}
