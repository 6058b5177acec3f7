package org.yimen.exchange.pairs;

/** Keeps the counts of a delivery in step with its rows. */
final class RowLinkCounts {

  private RowLinkCounts() {}

  static final String FRESH =
      """
      update exchange.delivery d set linked = n.linked, review = n.review, founded = n.founded
      from (
        select count(*) filter (where link = 'link') as linked,
          count(*) filter (where link = 'review') as review,
          count(*) filter (where link = 'new') as founded
        from exchange.source_row where delivery = :delivery) n
      where d.id = :delivery
      """;
}
