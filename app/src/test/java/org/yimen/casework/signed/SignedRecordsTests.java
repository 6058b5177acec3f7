package org.yimen.casework.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** Whoever changes a record in the database itself is found out. */
@OnPostgres
class SignedRecordsTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  @Autowired CheckSignatures signatures;
  private long application;

  @BeforeEach
  void decided() {
    clock.set(LocalDate.of(2025, 10, 13));
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    application = cases.accepted();
    cases.published(application, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", application, "review", Map.of());
    cases.did("district", application, "confirmation", Map.of());
  }

  @AfterEach
  void now() {
    clock.release();
  }

  @Test
  void what_the_program_wrote_is_whole() {
    assertThat(signatures.check().faults()).isEmpty();
    assertThat(signatures.check().records()).isEqualTo(4);
  }

  @Test
  void a_changed_amount_category_or_name_is_found() {
    changed("update casework.decision set monthly_fen = monthly_fen + 100000", "决定");
    changed("update casework.determination set category = 'tekun'", "认定结果");
    changed("update casework.public_notice set shown_name = '某某' where kind = 'proposed'", "公示");
  }

  @Test
  void a_record_written_from_outside_is_found() {
    jdbc.sql(
            """
            insert into casework.public_notice (application, determination, kind, area, shown_name,
              persons, category, monthly_fen, since, until)
            select application, determination, 'confirmed', area, shown_name, 9, category, 900000,
              since, until
            from casework.public_notice limit 1
            """)
        .update();
    assertThat(signatures.check().faults()).singleElement().asString().contains("没有签名");
  }

  @Test
  void a_deleted_record_is_missed() {
    jdbc.sql("delete from casework.public_notice where kind = 'confirmed'").update();
    assertThat(signatures.check().faults()).singleElement().asString().contains("不见了");
  }

  @Test
  void a_served_decision_and_a_notice_taken_down_keep_their_signatures() {
    jdbc.sql("update casework.decision set served_on = date '2025-11-03'").update();
    jdbc.sql("update casework.public_notice set taken_down_at = now()").update();
    assertThat(signatures.check().faults()).isEmpty();
  }

  private void changed(String sql, String kind) {
    jdbc.sql(sql).update();
    assertThat(signatures.check().faults())
        .as(sql)
        .anySatisfy(fault -> assertThat(fault).startsWith(kind).contains("被改动过"));
  }
}
