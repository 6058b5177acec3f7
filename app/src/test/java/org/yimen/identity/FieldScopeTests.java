package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.secrecy.Secrecy;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * Marks stand wherever an illness, disability, bank account or petition is kept; every address that
 * reads is asked for with and without the permissions.
 */
@OnPostgres
class FieldScopeTests {

  private static final List<String> MARKS =
      List.of(
          "MarkIllness",
          "MarkCause",
          "MarkDisability",
          "MarkPetition",
          "MarkDiagnosis",
          "MarkAccount",
          "MarkCertificate",
          "MarkAuthor",
          "MarkReason");

  private static final String PLANTED =
      """
      insert into registry.household (id, number, area, head) values (950, 'h950', '650107200200', 950);
      insert into registry.person (id, name, birth_date, founded_by) values (950, '甲', '1970-01-01', 'residence');
      insert into registry.membership (household, person, source_row) values (950, 950, 950);
      insert into registry.fact (person, kind, code, detail, source_row, source_kind) values
        (950, 'seriousIllness', null, 'MarkIllness', 950, 'medical-expense'),
        (950, 'disability', 'physical:2', 'MarkDisability', 951, 'disability'),
        (950, 'petition', null, 'MarkPetition', 953, 'scattered-lists'),
        (950, 'hukou', 'agricultural', null, 950, 'residence');
      insert into registry.fact (household, kind, detail, source_row, source_kind)
        values (950, 'list.dibao', 'MarkCause', 952, 'dibao-roll');
      insert into exchange.delivery (id, file_name, sha256, stored_as, format, bureau, state, received_at) values
        (950, 'f950', 'x950', '950', 'medical-expense', '医保', 'done', now()),
        (951, 'f951', 'x951', '951', 'disability', '残联', 'done', now()),
        (952, 'f952', 'x952', '952', 'dibao-roll', '民政', 'done', now()),
        (953, 'f953', 'x953', '953', 'scattered-lists', '信访', 'done', now());
      insert into exchange.source_row (id, delivery, sheet, row, outcome, reason, link, person, household) values
        (950, 950, '', 2, 'doubtful', '疾病名称或主要诊断“MarkDiagnosis”不明', 'link', 950, 950),
        (951, 951, '', 2, 'taken', null, 'link', 950, 950),
        (952, 952, '', 2, 'taken', null, 'link', 950, 950),
        (953, 953, '信访MarkAuthor', 2, 'taken', null, 'link', 950, 950);
      insert into eligibility.screening_run (id, as_of, state, law, facts_until)
        values (1, '2026-03-02', 'done', '', now()) on conflict do nothing;
      update eligibility.current_run set run = 1;
      insert into eligibility.screening_result
        (run, household, group_code, suggested_category, certainty, worth, members, reason, missing, against, trace, facts_hash)
      values (1, 950, 'unlistedUnclear', 'unknown', 'unclear', 90, 1, '不在救助名册；有1名大病患者MarkReason。', '{}',
        '{"有重度残疾人MarkReason"}', '', 0);
      """;

  private static final Map<Long, String> CELLS =
      Map.of(
          950L,
          """
          {"name": "甲", "diagnosis": "MarkDiagnosis"}
          """,
          951L,
          """
          {"name": "甲", "level": "MarkCertificate"}
          """,
          952L,
          """
          {"name": "甲", "account": "MarkAccount", "cause": "MarkCause"}
          """,
          953L,
          """
          {"name": "MarkAuthor", "matter": "MarkPetition"}
          """);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Secrecy secrecy;

  private void seal(long row, String cells) {
    jdbc.sql("update exchange.source_row set cells = :cells where id = :row")
        .param(
            "cells",
            secrecy
                .field("exchange.source_row.cells")
                .seal(row, cells.getBytes(StandardCharsets.UTF_8)))
        .param("row", row)
        .update();
  }

  @BeforeEach
  void plant() {
    if (jdbc.sql("select count(*) from registry.household where id = 950")
            .query(Integer.class)
            .single()
        == 0) {
      jdbc.sql(PLANTED).update();
      CELLS.forEach(this::seal);
    }
    List<String> permissions = new ArrayList<>();
    for (Permission one : Permission.values()) {
      if (one.kind() == Permission.Kind.BUSINESS && !one.code().startsWith("field.")) {
        permissions.add(one.code());
      }
    }
    jdbc.sql(
            """
            insert into identity.role (code, title, permissions) values ('reader', '查阅员', :all)
            on conflict do nothing;
            update identity.position set role = 'reader' where code = 'task-force-head'
            """)
        .param("all", permissions.toArray(String[]::new))
        .update();
  }

  /** All addresses that read, with the numbers of what was planted, plain and searched. */
  private static List<String> addresses() throws IOException {
    TreeSet<String> all = new TreeSet<>();
    JsonMapper.builder()
        .build()
        .readTree(Files.readString(Path.of("..", "api", "openapi.json")))
        .get("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getValue().has("get")) {
                for (int id = 950; id <= 953; id++) {
                  all.add(path.getKey().replaceAll("\\{\\w+}", "" + id));
                }
              }
            });
    List<String> addresses = new ArrayList<>(all);
    for (int id = 950; id <= 953; id++) {
      addresses.add("/api/v1/deliveries/%d/rows?q=Mark".formatted(id));
    }
    addresses.add("/api/v1/households?q=h950");
    return addresses;
  }

  private static String text(Desk.Answer answer) throws IOException {
    if (!answer.header("Content-Type").contains("spreadsheet")) {
      return answer.text();
    }
    StringBuilder text = new StringBuilder();
    Path file = Files.write(Files.createTempFile("register", ".xlsx"), answer.bytes());
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (var part : java.util.Collections.list(parts.entries())) {
        text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return text.toString();
  }

  private Map<String, List<String>> found(String username) throws IOException {
    Desk desk = new Desk(port).as(username);
    Map<String, List<String>> found = new TreeMap<>();
    for (String address : addresses()) {
      Desk.Answer answer = desk.get(address);
      assertThat(answer.status()).as(address).isLessThan(500);
      String text = text(answer);
      for (String mark : MARKS) {
        if (text.contains(mark)) {
          found.computeIfAbsent(mark, none -> new ArrayList<>()).add(address);
        }
      }
    }
    return found;
  }

  @Test
  void no_address_tells_what_the_role_has_no_permission_for() throws IOException {
    // the sheet's name is the file's own; which row of it is whose is what must not be told
    Map<String, List<String>> found = found("leader");
    found
        .getOrDefault("MarkAuthor", new ArrayList<>())
        .removeIf(address -> address.contains("/deliveries/953/rows"));
    found.values().removeIf(List::isEmpty);
    assertThat(found).isEmpty();
    assertThat(new Desk(port).as("leader").get("/api/v1/deliveries/953/rows").json().toString())
        .doesNotContain("\"MarkAuthor\"", "MarkPetition");
    var searched = new Desk(port).as("leader").get("/api/v1/deliveries/950/rows?q=MarkDiag");
    assertThat(searched.json().get("total").asInt()).isZero();
  }

  @Test
  void with_the_permissions_every_mark_is_found() throws IOException {
    Map<String, List<String>> found = found("district");
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(MARKS);
    assertThat(found.get("MarkReason"))
        .contains(
            "/api/v1/households",
            "/api/v1/households/950/screening",
            "/api/v1/register.xlsx",
            "/api/v1/screening.csv",
            "/api/v1/screening/visits");
    assertThat(found.get("MarkIllness")).contains("/api/v1/households/950", "/api/v1/persons/950");
    assertThat(found.get("MarkAccount"))
        .contains("/api/v1/deliveries/952/rows", "/api/v1/deliveries/952/rows.csv");
  }
}
