package org.yimen.exchange.outward;

import java.util.List;

/** The temporary tables of {@link StageFamilies}; they end with their transaction. */
public final class StagedTables {

  static final String[] FAMILY = {
    "key", "systems", "area", "household", "application", "name", "told"
  };
  static final String[] MEMBER = {"family", "place", "name", "number_key", "told"};
  static final String[] NOW = {
    "id", "sheet", "key", "family", "area", "household", "application", "name", "content"
  };

  public static final List<String> CREATE =
      List.of(
          """
          create temporary table outward_family (
            key text primary key, systems text[] not null, area text not null, household bigint,
            application bigint, name text not null, told jsonb not null) on commit drop
          """,
          """
          create temporary table outward_member (
            family text not null, place int not null, name text not null, number_key bytea,
            told jsonb not null) on commit drop
          """,
          """
          create temporary table outward_now (
            id bigint not null, sheet text not null, key text not null, family text not null,
            area text not null, household bigint, application bigint, name text not null,
            content bytea[] not null) on commit drop
          """,
          "create temporary table outward_gone (like outward_now) on commit drop",
          "create temporary table outward_left_out (family text, why text) on commit drop");

  static final List<String> ANALYSE =
      List.of(
          "create index on outward_member (family)",
          "analyze outward_family",
          "analyze outward_member",
          "analyze outward_now",
          "analyze outward_left_out");

  private StagedTables() {}
}
