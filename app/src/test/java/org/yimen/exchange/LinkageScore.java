package org.yimen.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.SealedRows;
import org.yimen.linkage.text.CitizenNumber;

/**
 * Sets what was linked against who the rows really are of. Persons whom the residence file lacks
 * count neither in recall nor, when founded, as wrong.
 */
final class LinkageScore {

  /** A row of a department with the link it got; owner is who its person really is. */
  record Row(
      String file,
      int row,
      String outcome,
      String person,
      String owner,
      boolean registered,
      CitizenNumber number) {

    boolean right() {
      return outcome.equals("link") && person.equals(owner);
    }

    boolean wrong() {
      return outcome.equals("link") && !person.equals(owner);
    }
  }

  private record Linked(
      String file, String sheet, int row, String link, Long person, boolean first, String number) {

    String key() {
      return file + "|" + sheet + "|" + row;
    }
  }

  private final List<Row> rows;

  private LinkageScore(List<Row> rows) {
    this.rows = rows;
  }

  static LinkageScore of(JdbcClient jdbc, SealedRows sealed, Path truth) throws IOException {
    Map<String, String> persons = new HashMap<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(truth.resolve("record_truth.csv"))) {
      for (NamedCsvRecord line : lines) {
        String key =
            line.getField("file") + "|" + line.getField("sheet") + "|" + line.getField("row");
        persons.put(key, line.getField("person_id"));
      }
    }
    return new LinkageScore(rows(linked(jdbc, sealed), persons));
  }

  private static List<Linked> linked(JdbcClient jdbc, SealedRows sealed) {
    return jdbc.sql(
            """
                select d.file_name as file, r.sheet, r.row, r.link, r.person,
                  d.format = 'residence' as first, e.source_row, e.sealed
                from exchange.source_row r
                join exchange.delivery d on d.id = r.delivery
                left join exchange.evidence e on e.source_row = r.id
                order by r.id
                """)
        .query(
            (row, n) ->
                new Linked(
                    row.getString("file"),
                    row.getString("sheet"),
                    row.getInt("row"),
                    row.getString("link"),
                    row.getObject("person", Long.class),
                    row.getBoolean("first"),
                    sealed.contact(row).number()))
        .list();
  }

  private static List<Row> rows(List<Linked> linked, Map<String, String> persons) {
    Map<Long, String> owners = new HashMap<>();
    Set<String> registered = new HashSet<>();
    for (Linked row : linked) {
      String person = persons.get(row.key());
      if (person != null && row.person() != null && row.link().equals("new")) {
        owners.put(row.person(), person);
        if (row.first()) {
          registered.add(person);
        }
      }
    }
    return linked.stream()
        .filter(row -> !row.first() && persons.containsKey(row.key()))
        .map(
            row -> {
              String person = persons.get(row.key());
              String owner = row.person() == null ? "" : owners.getOrDefault(row.person(), "");
              return new Row(
                  row.file(),
                  row.row(),
                  row.link(),
                  person,
                  owner,
                  registered.contains(person),
                  CitizenNumber.normalise(row.number()));
            })
        .toList();
  }

  /** Only the rows of this kind. */
  LinkageScore only(Predicate<Row> kind) {
    return new LinkageScore(rows.stream().filter(kind).toList());
  }

  LinkageScore withoutNumber() {
    return only(row -> row.number().kind() == CitizenNumber.Kind.MISSING);
  }

  /** Something is written, and it is no whole number. */
  LinkageScore withDamagedNumber() {
    return only(row -> !row.number().whole() && row.number().kind() != CitizenNumber.Kind.MISSING);
  }

  LinkageScore withWholeNumber() {
    return only(row -> row.number().whole());
  }

  int size() {
    return rows.size();
  }

  double precision() {
    return share(count(Row::right), count(row -> row.outcome().equals("link")));
  }

  double recall() {
    return share(count(row -> row.right() && row.registered()), count(Row::registered));
  }

  double review() {
    return share(count(row -> row.outcome().equals("review")), rows.size());
  }

  /** Wrong links among all rows. */
  double wrong() {
    return share(count(Row::wrong), rows.size());
  }

  private long count(Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  @Override
  public String toString() {
    return "%d rows: precision %.5f recall %.4f review %.4f wrong %.6f"
        .formatted(rows.size(), precision(), recall(), review(), wrong());
  }
}
