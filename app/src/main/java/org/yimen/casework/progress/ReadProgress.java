package org.yimen.casework.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.OfficePhones;
import org.yimen.casework.Offices;
import org.yimen.casework.State;
import org.yimen.casework.decision.Reasons;
import org.yimen.casework.progress.FamilyProgress.Can;
import org.yimen.casework.progress.FamilyProgress.Decision;
import org.yimen.casework.progress.FamilyProgress.Hanging;
import org.yimen.casework.progress.FamilyProgress.Look;
import org.yimen.identity.FieldScope;
import org.yimen.identity.RecordViews;
import org.yimen.policy.facts.Coded;

/** Reads what a family sees, whoever asks: that they may is settled before. */
@Component
class ReadProgress {

  private static final int MOST_LOOKS = 9;

  private final JdbcClient jdbc;
  private final CaseClocks clocks;
  private final OfficePhones phones;
  private final RecordViews views;
  private final FieldScope fields;
  private final Clock clock;

  ReadProgress(
      JdbcClient jdbc,
      CaseClocks clocks,
      OfficePhones phones,
      RecordViews views,
      FieldScope fields,
      Clock clock) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.phones = phones;
    this.views = views;
    this.fields = fields;
    this.clock = clock;
  }

  private record Case(
      String number,
      String area,
      @Nullable Long household,
      String appliedFor,
      String state,
      LocalDate registeredOn,
      boolean contestable) {}

  private record Kept(
      boolean confirmed,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      LocalDate decidedOn,
      LocalDate servedOn,
      String reason) {}

  FamilyProgress of(long id) {
    LocalDate today = LocalDate.now(clock);
    Case found = found(id);
    State state = Coded.of(State.class, found.state());
    Kept decision = served(id);
    Hanging notice = notice(id, today);
    boolean hidden = decision == null && (state == State.CONFIRMED || state == State.REFUSED);
    var looks = looks(id, found.household());
    return new FamilyProgress(
        found.number(),
        found.appliedFor(),
        hidden ? "decided" : found.state(),
        found.registeredOn(),
        today,
        done(id, hidden),
        holder(state, found.area(), decision != null),
        limits(id, today),
        can(found, notice, decision, today),
        notice,
        decision == null ? null : told(decision),
        looks.subList(0, Math.min(MOST_LOOKS, looks.size())),
        Math.max(0, looks.size() - MOST_LOOKS));
  }

  private Case found(long id) {
    return jdbc.sql(
            """
            select number, area, household, applied_for, state,
              (registered_at at time zone 'Asia/Shanghai')::date as registered_on,
              exists (select from casework.economic_check c
                where c.application = a.id and not c.passes and c.told_on is not null) as contestable
            from casework.application a where id = :id
            """)
        .param("id", id)
        .query(Case.class)
        .single();
  }

  /** Without notes: they may tell of illness, and of who objected. */
  private List<FamilyProgress.Done> done(long id, boolean hidden) {
    return jdbc.sql(
            """
            select case when :hidden and step in ('confirm', 'refuse') then 'decided' else step end
                as step, (at at time zone 'Asia/Shanghai')::date as day, unit
            from casework.step where application = :id order by id
            """)
        .param("hidden", hidden)
        .param("id", id)
        .query(FamilyProgress.Done::of)
        .list();
  }

  private FamilyProgress.Holder holder(State state, String area, boolean served) {
    WhoHasIt.Where where = new WhoHasIt.Where(served, clocks.isDelegated(area));
    WhoHasIt who = WhoHasIt.of(state, area, Offices.of(jdbc, area), where);
    return new FamilyProgress.Holder(who.holder(), who.office(), who.post(), phones.of(who.area()));
  }

  private List<FamilyProgress.Running> limits(long id, LocalDate today) {
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

  private @Nullable Hanging notice(long id, LocalDate today) {
    Optional<Hanging> hanging =
        jdbc.sql(
                """
                select n.since, n.until, n.area
                from casework.public_notice n join casework.application a on a.id = n.application
                where a.id = :id and n.kind = 'proposed' and n.taken_down_at is null
                  and n.until >= :today and a.state in ('onNotice', 'objected')
                order by n.id desc limit 1
                """)
            .param("id", id)
            .param("today", today)
            .query(Hanging.class)
            .optional();
    return hanging.orElse(null);
  }

  private @Nullable Kept served(long id) {
    return jdbc.sql(
            """
            select confirmed, category, persons, monthly_fen, paid_from, valid_until,
              (decided_at at time zone 'Asia/Shanghai')::date as decided_on, served_on, reason
            from casework.decision where application = :id and served_on is not null
            order by id limit 1
            """)
        .param("id", id)
        .query(Kept.class)
        .optional()
        .orElse(null);
  }

  private Decision told(Kept kept) {
    List<String> all = Reasons.sentences(kept.reason());
    List<String> open = all.stream().filter(fields::mayStandInPublic).toList();
    return new Decision(
        kept.confirmed(),
        kept.category(),
        kept.persons(),
        kept.monthlyFen(),
        kept.paidFrom(),
        kept.validUntil(),
        kept.decidedOn(),
        kept.servedOn(),
        open,
        open.size() < all.size());
  }

  private List<Can> can(
      Case found, @Nullable Hanging notice, @Nullable Kept decision, LocalDate today) {
    FamilyMay.Stand stand =
        new FamilyMay.Stand(
            Coded.of(State.class, found.state()),
            found.contestable(),
            notice == null ? null : notice.until(),
            decision == null ? null : decision.servedOn());
    Offices offices = Offices.of(jdbc, found.area());
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

  private List<Look> looks(long id, @Nullable Long household) {
    return views.of(id, household).stream()
        .map(one -> Look.of(one.unit(), one.deed(), one.first(), one.last(), one.times()))
        .toList();
  }
}
