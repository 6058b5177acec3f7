package org.yimen.casework;

/**
 * Numbers of cases: the township's code, the year, a running number without a gap. Whoever takes
 * one holds the township's row until committed.
 */
public final class CaseNumbers {

  /**
   * For many at once: common table {@code numbered}, after one named {@code wanted} with the
   * columns town and place (1, 2, … within the town); parameter year.
   */
  public static final String NUMBERED =
      """
      numbered as (
        insert into casework.receipt_number as r (town, year, last)
        select town, :year, count(*) from wanted group by town
        on conflict (town, year) do update set last = r.last + excluded.last
        returning town, last)
      """;

  /** The number of a row w of wanted, joined with the row n of numbered of its town. */
  public static final String NUMBER =
      """
      w.town || '-' || :year || '-' || lpad(
        (n.last - (select count(*) from wanted o where o.town = w.town) + w.place)::text, 6, '0')""";

  private CaseNumbers() {}
}
