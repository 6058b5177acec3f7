package org.yimen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.platform.database.RowReach.DeliveriesOf;
import org.yimen.platform.testing.OnPostgres;

/**
 * What the database shows without any condition of a query: docs/adr/0006. Household 901 lies in
 * the village, 902 in another town; everything else carries the number of its household.
 */
@OnPostgres
class RowPoliciesTests {

  private static final String VILLAGE = "650107200200";
  private static final DeliveriesOf NOBODY = new DeliveriesOf("", "", List.of());
  private static final RowReach TOWN =
      new RowReach(false, "650107200", List.of("register.read"), NOBODY);
  private static final RowReach DISTRICT =
      new RowReach(true, null, List.of("register.read"), NOBODY);

  /** Tables with the column that says 901 or 902. */
  private static final Map<String, String> NUMBERED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("registry.household", "id"),
              Map.entry("registry.membership", "household"),
              Map.entry("registry.person", "id"),
              Map.entry("registry.person_name", "person"),
              Map.entry("registry.fact", "coalesce(person, household)"),
              Map.entry("exchange.source_row", "id"),
              Map.entry("exchange.evidence", "source_row"),
              Map.entry("exchange.doubtful_pair", "source_row"),
              Map.entry("exchange.pair_candidate", "source_row"),
              Map.entry("eligibility.screening_result", "household"),
              Map.entry("eligibility.current_screening", "household"),
              Map.entry("eligibility.what_if_household", "household"),
              Map.entry("eligibility.what_if_total", "households"),
              Map.entry("casework.application", "household"),
              Map.entry("casework.public_notice", "persons"),
              Map.entry("casework.recognition", "household"),
              Map.entry("casework.step", "note::int"),
              Map.entry("casework.standing", "household"),
              Map.entry("casework.entitlement", "monthly_fen"),
              Map.entry("casework.recheck", "persons"),
              Map.entry("casework.recheck_delay", "because::int"),
              Map.entry("casework.overpayment", "monthly_fen"),
              Map.entry("casework.download", "purpose::int"),
              Map.entry("casework.progress_code", "unit::int"),
              Map.entry("casework.attachment", "size"),
              Map.entry("casework.visit_conflict", "because::int"),
              Map.entry("casework.assignment", "investigator::int"),
              Map.entry("casework.bulk_file", "papers"),
              Map.entry("casework.bulk_job", "id"),
              Map.entry("registry.minor_request", "household"),
              Map.entry("audit.entry", "substr(object, 11)::int")));

  /** What names a household, person, area or row and needs no policy: only the program reads it. */
  private static final Map<String, String> OF_THE_PROGRAM =
      Map.of(
          "identity.unit", "requests have no right to the tables of accounts",
          "eligibility.parameter_value", "where a value of the law holds is no secret");

  private static final String ROWS =
"""
    insert into registry.household (id, number, area) values (%id, 'h%id', '%area');
    insert into registry.person (id, name, founded_by) values (%id, '甲%id', 'residence');
    insert into registry.membership (household, person, source_row) values (%id, %id, %id);
    insert into registry.person_name (person, name, source_row) values (%id, '乙%id', %id);
    insert into registry.fact (person, kind, source_row, source_kind) values (%id, 'hukou', %id, 'residence');
    insert into registry.fact (household, kind, source_row, source_kind) values (%id, 'visit', %id, 'visits');
    insert into exchange.delivery (id, file_name, sha256, stored_as, state, received_at, bureau, received_by)
      values (%id, 'f', 'x%id', '%id', 'done', now(), 'bureau%id', 'sender%id') on conflict do nothing;
    insert into exchange.source_row (id, delivery, sheet, row, outcome, link, person, household, cells)
      values (%id, %id, '', 1, 'taken', 'link', %id, %id, '{}');
    insert into exchange.evidence (source_row, name, role) values (%id, '甲', 'MEMBER');
    insert into exchange.doubtful_pair (source_row, why, area) values (%id, '', '%area');
    insert into exchange.pair_candidate (source_row, rank, person, weight, why) values (%id, 1, %id, 1, '');
    insert into eligibility.screening_run (id, as_of, state, law, facts_until)
      values (1, '2026-03-02', 'done', '', now()) on conflict do nothing;
    update eligibility.current_run set run = 1;
    insert into eligibility.screening_result
      (run, household, group_code, suggested_category, certainty, worth, members, reason, missing, against, trace, facts_hash)
      values (1, %id, 'listedAgrees', 'dibao', 'known', 10, 2, '', '{}', '{}', '', 0);
    insert into eligibility.what_if (id, name, as_of, changes, without, law, made_by)
      values (%id, 'w', '2026-03-02', '{}', '{}', '', '') on conflict do nothing;
    insert into eligibility.what_if_household (what_if, household, kind, before, after, pay_before, pay_after, close)
      values (%id, %id, 'enters', '', '', 0, 0, false);
    insert into eligibility.what_if_total values (%id, '%area', 'enters', '', '', %id, 0, 0, 0, 0);
    insert into registry.minor_request (household, purpose, asked_by, asked_by_name, unit, asked_at)
      values (%id, 'p', 'a', 'a', 'u', now());
    insert into casework.application (id, number, area, household, applicant, handed_in, applied_for, consent, state, registered_at, registered_by) overriding system value values (%id, '%id', '%area', %id, '甲', 'applicant', 'dibao', true, 'x', now(), '');
    insert into casework.step (application, step, to_state, at, who, unit, note) values (%id, 's', 'x', now(), '', '', '%id');
    insert into casework.economic_check (id, application, asked_at, asked_by) overriding system value values (%id, %id, now(), '');
    insert into casework.visit (id, application, kind, visited_at, investigators, signed_by, form_version, answers, recorded_at, recorded_by) values ('00000000-0000-0000-0000-000000000%id', %id, 'township', now(), '{a,b}', '', 1, '', now(), '');
    insert into casework.download (id, application, purpose, taken_at, taken_by, keep_until, answers) values ('00000000-0000-0000-0000-000000000%id', %id, '%id', now(), '', '2026-03-09', '');
    insert into casework.progress_code (application, hash, issued_at, issued_by, unit) values (%id, '%id', now(), '', '%id'); insert into casework.attachment (application, id, media_type, size, sha256, stored_as, received_at, received_by) values (%id, '00000000-0000-0000-0000-000000000%id', '', %id, '', '', now(), '');
    insert into casework.visit_conflict (application, visit, earlier, said, to_settle, because) values (%id, '00000000-0000-0000-0000-000000000%id', '00000000-0000-0000-0000-000000000%id', '', '', '%id'); insert into casework.assignment (application, investigator, assigned_at, assigned_by) values (%id, '%id', now(), ''); insert into casework.bulk_job (id, kind, who, position, area, begun_at) overriding system value values (%id, '', '', '', '%area', now()); insert into casework.bulk_file (job, number, papers, first, last, size, made_at, expires_at) values (%id, 1, %id, '', '', 0, now(), now());
    insert into casework.determination (id, application, visit, economic_check, made_at, made_by, law_number, law_hash, asked, result, category, persons, monthly_fen) overriding system value values (%id, %id, '00000000-0000-0000-0000-000000000%id', %id, now(), '', 0, 0, '', '', '', 1, 0);
    insert into casework.public_notice (application, determination, kind, area, shown_name, persons, category, monthly_fen, since, until) values (%id, %id, 'proposed', '%area', '', %id, '', 0, '2026-03-02', '2026-03-09');
    insert into casework.decision (id, application, determination, confirmed, category, persons, monthly_fen, reason, basis, decided_at, decided_by, delegated) overriding system value values (%id, %id, %id, true, '', 1, 0, '', '', now(), '', false);
    insert into casework.standing (id, application, area, household, applicant, category, persons, monthly_fen, since) overriding system value values (%id, %id, '%area', %id, '甲', 'dibao', 1, 0, '2026-03-01');
    insert into casework.recognition (standing, decision, application, area, household, person, name, category, valid_from) values (%id, %id, %id, '%area', %id, '%id', '', 'dibao', '2026-03-02'); insert into casework.entitlement (standing, decision, item, monthly_fen, from_month) values (%id, %id, 'allowance', %id, '2026-03-01'); insert into casework.recheck (application, standing, cause, because, persons) values (%id, %id, 'due', '', %id); insert into casework.recheck_delay (standing, due, until, because, at, who) values (%id, '2026-03-01', '2026-03-02', '%id', now(), ''); insert into casework.overpayment (standing, decision, first_month, last_month, monthly_fen, months) values (%id, %id, '2026-03-01', '2026-03-01', %id, 1);
    insert into audit.entry values (0, %id, now(), '', '', '', 'household.read', 'household:%id', '', true, '')
""";

  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void move_in() {
    transaction.executeWithoutResult(status -> NUMBERED.keySet().forEach(this::empty));
    for (int id : new int[] {901, 902}) {
      String area = id == 901 ? VILLAGE : "650107201200";
      jdbc.sql(ROWS.replace("%id", "" + id).replace("%area", area)).update();
    }
  }

  private void empty(String table) {
    if (table.equals("audit.entry")) {
      jdbc.sql("alter table audit.entry disable trigger user").update();
      jdbc.sql("delete from audit.entry").update();
      jdbc.sql("alter table audit.entry enable trigger user").update();
    } else if (!table.equals("eligibility.current_screening")) {
      jdbc.sql("truncate %s cascade".formatted(table)).update();
    }
  }

  private List<Integer> seen(RowReach reach, String table) {
    String query = "select distinct %s from %s order by 1".formatted(NUMBERED.get(table), table);
    return called(reach, () -> jdbc.sql(query).query(Integer.class).list());
  }

  private static <T> T called(RowReach reach, java.util.concurrent.Callable<T> deed) {
    try {
      return reach.call(deed);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void without_any_condition_a_town_is_shown_only_what_is_its_own() {
    for (String table : NUMBERED.keySet()) {
      assertThat(seen(TOWN, table)).as(table).containsExactly(901);
    }
  }

  @Test
  void the_district_is_shown_everything_and_who_has_no_reach_nothing() {
    for (String table : NUMBERED.keySet()) {
      assertThat(seen(DISTRICT, table)).as(table).containsExactly(901, 902);
      assertThat(seen(RowReach.NOTHING, table)).as(table).isEmpty();
    }
  }

  @Test
  void neither_role_changes_a_row_of_the_register() {
    for (RowReach reach : List.of(TOWN, DISTRICT)) {
      for (String table : NUMBERED.keySet()) {
        if (!List.of("audit.entry", "registry.minor_request").contains(table)) {
          assertThatThrownBy(() -> called(reach, () -> jdbc.sql("delete from " + table).update()))
              .as(table)
              .rootCause()
              .hasMessageContaining("permission denied");
        }
      }
      for (String deed : List.of("delete from audit.entry", "update audit.entry set who = ''")) {
        assertThatThrownBy(() -> called(reach, () -> jdbc.sql(deed).update()))
            .rootCause()
            .hasMessageContaining("permission denied");
      }
    }
    assertThat(seen(DISTRICT, "registry.household")).hasSize(2);
  }

  @Test
  void a_desk_writes_applications_of_its_own_area_alone() {
    String write = "update casework.application set applicant = 'x'";
    assertThat(called(TOWN, () -> jdbc.sql(write).update())).isEqualTo(1);
    assertThat(called(RowReach.NOTHING, () -> jdbc.sql(write).update())).isZero();
    String move = "update casework.application set area = '650107201200' where id = 901";
    assertThatThrownBy(() -> called(TOWN, () -> jdbc.sql(move).update()))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(called(DISTRICT, () -> jdbc.sql(write).update())).isEqualTo(2);
  }

  @Test
  void accounts_and_secrets_are_closed_to_every_request() {
    for (String table : List.of("identity.account", "identity.session", "registry.change")) {
      assertThatThrownBy(
              () -> called(DISTRICT, () -> jdbc.sql("table " + table).query().listOfRows()))
          .as(table)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void who_sends_files_sees_the_rows_of_their_own_and_of_no_other() {
    for (DeliveriesOf sender :
        List.of(
            new DeliveriesOf("sender902", "", List.of()),
            new DeliveriesOf("", "", List.of("别的局", "bureau902")))) {
      RowReach liaison = new RowReach(false, null, List.of("delivery.load"), sender);
      assertThat(seen(liaison, "exchange.source_row")).containsExactly(902);
      assertThat(seen(liaison, "registry.person")).isEmpty();
    }
  }

  private int server() {
    return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
  }

  /** Streams name the connection below the pool's own, which is closed then without it. */
  private List<Integer> used() {
    List<Integer> used = new ArrayList<>();
    used.add(server());
    transaction.executeWithoutResult(
        status -> {
          used.add(server());
          assertThatThrownBy(() -> jdbc.sql("select 1/0").query().listOfRows());
        });
    try (Stream<Integer> rows = jdbc.sql("select pg_backend_pid()").query(Integer.class).stream()) {
      used.addAll(rows.toList());
    }
    return used;
  }

  @Test
  void a_connection_that_is_given_back_keeps_nobodys_reach() {
    List<Integer> used = called(TOWN, this::used);
    Set<Integer> again = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      var now =
          jdbc.sql(
                  """
                  select pg_backend_pid() as server, current_user::text as role,
                    coalesce(current_setting('yimen.area_from', true), '') as area,
                    coalesce(current_setting('yimen.may', true), '') as may
                  """)
              .query()
              .singleRow();
      again.add((Integer) now.get("server"));
      assertThat(now).containsEntry("role", EmbeddedServer.USER);
      assertThat(now).containsEntry("area", "").containsEntry("may", "");
    }
    assertThat(used).isNotEmpty().anyMatch(again::contains);
  }

  @Test
  void every_table_with_a_household_person_area_or_row_has_a_policy() {
    String open =
        """
        select distinct c.table_schema || '.' || c.table_name
        from information_schema.columns c
        join pg_class t on t.oid = (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass
        where t.relkind in ('r', 'p') and c.table_schema not in ('pg_catalog', 'information_schema', 'public')
          and c.column_name in ('household', 'person', 'area', 'area_code', 'source_row', 'citizen_number', 'head', 'application')
          and not t.relrowsecurity
        """;
    assertThat(jdbc.sql(open).query(String.class).list())
        .as("a table of households, persons, areas or rows needs its line in R__row_policies.sql")
        .containsExactlyInAnyOrderElementsOf(OF_THE_PROGRAM.keySet());
    String unowned =
        """
        select rolname from pg_roles
        where rolname in ('yimen_desk', 'yimen_district') and (rolbypassrls or rolsuper or rolcanlogin)
        """;
    assertThat(jdbc.sql(unowned).query(String.class).list()).isEmpty();
    String leaking =
        """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspname in ('registry', 'exchange', 'eligibility', 'casework')
          and not coalesce(c.reloptions::text like '%security_invoker=true%', false)
        """;
    assertThat(jdbc.sql(leaking).query(String.class).list())
        .as("a view shows what its owner sees unless it is a security_invoker")
        .isEmpty();
  }
}
