package org.yimen.exchange.outward;

import java.util.List;

/** Statements of {@link MakePack}, over the staged families and what was answered before. */
final class PackSql {

  /**
   * What was answered before: tables of their own, as plans go astray over so many unknown rows.
   */
  static final List<String> KNOWN =
      List.of(
          """
          create temporary table outward_last on commit drop as
          select distinct on (r.sheet, r.key) r.sheet, r.key, r.change, r.answer, r.again, r.settled,
            r.content[2] as hash
          from exchange.outward_row r join exchange.outward_pack p on p.id = r.pack
          where r.system = :system and p.state = 'acknowledged'
          order by r.sheet, r.key, r.id desc
          """,
          """
          create temporary table outward_there on commit drop as
          select distinct on (r.sheet, r.key) r.id, r.sheet, r.key, r.change
          from exchange.outward_row r join exchange.outward_pack p on p.id = r.pack
          where r.system = :system and p.state = 'acknowledged' and r.answer = 'accepted'
          order by r.sheet, r.key, r.id desc
          """);

  /** Overlapping packs of one system would both tell of the same change. */
  static final String OPEN =
      """
      select number from exchange.outward_pack
      where system = :system and state = 'open'
        and (starts_with(area, :area) or starts_with(:area, area))
      limit 1
      """;

  static final String KEEP_BACK =
      """
      insert into outward_left_out (family, why)
      select f.family, t.title
      from exchange.outward_finding f
      join unnest(:codes::text[], :titles::text[]) as t (code, title) on t.code = f.code
      where f.run = :run
      """;

  /**
   * What is new or another than what was last answered; the same once refused waits until somebody
   * has settled why.
   */
  static final String DUE =
      """
          insert into exchange.outward_row (id, pack, system, sheet, key, family, area, household,
            application, name, change, content)
          select n.id, :pack, :system, n.sheet, n.key, n.family, n.area, n.household, n.application,
            n.name, case when t.key is null or t.change = 'left' then 'new' else 'changed' end,
            n.content
          from outward_now n
          left join outward_last l on l.sheet = n.sheet and l.key = n.key
          left join outward_there t on t.sheet = n.sheet and t.key = n.key
          where not exists (select from outward_left_out o where o.family = n.family)
            and (l.key is null or l.again or l.hash is distinct from n.content[2]
              or l.change = 'left' and l.answer = 'accepted')
          """;

  static final String HELD =
      """
          insert into outward_left_out (family, why)
          select distinct n.family, '上次上报被退回或没有回执，差异还没有处理'
          from outward_now n join outward_last l on l.sheet = n.sheet and l.key = n.key
          where l.answer <> 'accepted' and l.change <> 'left' and not l.again and not l.settled
            and l.hash = n.content[2]
          """;

  /** What is there upstream and no more here. */
  static final String GONE =
      """
          select r.id, r.sheet, r.key, r.family, r.area, r.household, r.application, r.name,
            r.content[1] as sealed
          from outward_there t join exchange.outward_row r on r.id = t.id
          join outward_last l on l.sheet = t.sheet and l.key = t.key
          where t.change <> 'left' and starts_with(r.area, :area)
            and not exists (select from outward_now n where n.sheet = t.sheet and n.key = t.key)
            and (l.change <> 'left' or l.again)
          order by r.id
          """;

  static final String LEAVE =
      """
      insert into exchange.outward_row (id, pack, system, sheet, key, family, area, household,
        application, name, change, content)
      select id, :pack, :system, sheet, key, family, area, household, application, name, 'left',
        content
      from outward_gone
      """;

  static final String OMISSIONS =
      """
      insert into exchange.outward_omission
        (pack, family, area, household, application, name, why)
      select :pack, f.key, f.area, f.household, f.application, f.name,
        string_agg(distinct o.why, '；' order by o.why)
      from outward_left_out o join outward_family f on f.key = o.family
      where :system = any(f.systems)
      group by f.key
      """;

  static final String COUNT =
      """
      update exchange.outward_pack p set families = r.families, fresh = r.fresh,
        changed = r.changed, gone = r.gone, left_out = (
          select count(*) from exchange.outward_omission where pack = :pack)
      from (
        select count(distinct family) as families, count(*) filter (where change = 'new') as fresh,
          count(*) filter (where change = 'changed') as changed,
          count(*) filter (where change = 'left') as gone
        from exchange.outward_row where pack = :pack) r
      where p.id = :pack
      returning r.fresh + r.changed + r.gone as rows
      """;

  private PackSql() {}
}
