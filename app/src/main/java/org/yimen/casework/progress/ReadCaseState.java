package org.yimen.casework.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.OfficePhones;
import org.yimen.casework.Offices;
import org.yimen.casework.State;
import org.yimen.casework.progress.FamilyProgress.Can;
import org.yimen.casework.progress.FamilyProgress.Hanging;
import org.yimen.identity.FieldScope;

/** What a family sees alike of its application and of a re-check: steps, holder, limits, notice. */
@Component
class ReadCaseState {

  private final JdbcClient jdbc;
  private final CaseClocks clocks;
  private final OfficePhones phones;
  private final FieldScope fields;

  ReadCaseState(JdbcClient jdbc, CaseClocks clocks, OfficePhones phones, FieldScope fields) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.phones = phones;
    this.fields = fields;
  }

  /** Reasons that may be told, and whether there are others. */
  record Told(List<String> reasons, boolean heldBack) {}

  /** Without notes: they may tell of illness, and of who objected. */
  List<FamilyProgress.Done> done(long id, boolean hidden) {
    return jdbc.sql(
            """
            select case when :hidden and step in ('confirm', 'refuse', 'decideChange') then 'decided'
                else step end
                as step, (at at time zone 'Asia/Shanghai')::date as day, unit
            from casework.step where application = :id order by id
            """)
        .param("hidden", hidden)
        .param("id", id)
        .query(FamilyProgress.Done::of)
        .list();
  }

  FamilyProgress.Holder holder(State state, String area, boolean served) {
    WhoHasIt.Where where = new WhoHasIt.Where(served, clocks.isDelegated(area));
    WhoHasIt who = WhoHasIt.of(state, area, Offices.of(jdbc, area), where);
    return new FamilyProgress.Holder(who.holder(), who.office(), who.post(), phones.of(who.area()));
  }

  List<FamilyProgress.Running> limits(long id, LocalDate today) {
    return jdbc.sql(
            """
            select name, basis, due, provisional, due < :today as late from casework.clock
            where application = :id and stopped_on is null and due is not null order by due, id
            """)
        .param("today", today)
        .param("id", id)
        .query(FamilyProgress.Running.class)
        .list();
  }

  /** Kind is proposed or ending. */
  @Nullable Hanging notice(long id, String kind, LocalDate today) {
    return jdbc.sql(
            """
            select n.since, n.until, n.area
            from casework.public_notice n join casework.application a on a.id = n.application
            where a.id = :id and n.kind = :kind and n.taken_down_at is null
              and n.until >= :today and a.state in ('onNotice', 'objected')
            order by n.id desc limit 1
            """)
        .param("id", id)
        .param("kind", kind)
        .param("today", today)
        .query(Hanging.class)
        .optional()
        .orElse(null);
  }

  /** What of a decision's reasons may stand in public. */
  Told reasons(List<String> all) {
    List<String> open = all.stream().filter(fields::mayStandInPublic).toList();
    return new Told(open, open.size() < all.size());
  }

  List<Can> can(FamilyMay.Stand stand, String area, LocalDate today) {
    Offices offices = Offices.of(jdbc, area);
    return FamilyMay.of(stand, today).stream()
        .map(one -> new Can(one.what(), one.basis(), one.until(), where(one.what(), offices)))
        .toList();
  }

  private static String where(String what, Offices offices) {
    return switch (what) {
      case "reconsider" -> offices.county() + "人民政府";
      case "sue" -> "";
      case "complain" -> offices.bureau();
      default -> offices.office();
    };
  }
}
