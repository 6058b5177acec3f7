package org.yimen.reporting.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.Rolls;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * A district with one confirmed, one objected and one refused application, exported and checked.
 */
@OnPostgres
class EvidenceTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  @Autowired WriteEvidence evidence;
  @TempDir Path folder;

  @BeforeEach
  void cases() {
    clock.set(LocalDate.of(2025, 10, 13));
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    long granted = cases.accepted();
    cases.published(granted, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", granted, "review", Map.of());
    cases.did("district", granted, "confirmation", Map.of());
    long objected = cases.accepted();
    cases.published(objected, CaseDesk.family(500));
    cases.did(
        "village",
        objected,
        "objections",
        Map.of("raisedOn", LocalDate.now(clock).toString(), "text", "不属实"));
  }

  @AfterEach
  void now() {
    clock.release();
  }

  private List<String> broken(Set<String> acknowledged) {
    return new CheckEvidence(EvidenceFiles.in(folder), acknowledged)
        .verdicts().stream()
            .filter(verdict -> !verdict.holds())
            .flatMap(verdict -> verdict.lines().stream())
            .toList();
  }

  @Test
  void all_invariants_hold_and_no_name_or_address_leaves_with_the_evidence() throws IOException {
    evidence.into(folder);
    assertThat(EvidenceFiles.in(folder).damaged()).isEmpty();
    assertThat(broken(Set.of())).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain("阿依古丽", "苇子村 12 号", "示范甲", "不属实");
      }
    }
  }

  @Test
  void a_family_that_came_from_a_roll_needs_no_decision_but_its_takeover() throws IOException {
    Rolls rolls = new Rolls(jdbc);
    rolls.none();
    rolls.family(1, "650107200200", "居一");
    rolls.says(1, "list.dibao", 900_00, "2024-03-10");
    assertThat(new Desk(port).as("deputy").post("/api/v1/take-over", Map.of()).status())
        .isEqualTo(200);
    evidence.into(folder);
    assertThat(broken(Set.of())).isEmpty();
    Files.writeString(folder.resolve("takeovers.jsonl"), "");
    assertThat(broken(Set.of())).anyMatch(line -> line.contains("没有决定就在类别里"));
  }

  @Test
  void the_same_contents_have_the_same_hash() throws IOException {
    String first = evidence.into(folder).hash();
    clock.pass(java.time.Duration.ofHours(1));
    assertThat(evidence.into(Files.createDirectory(folder.resolve("again"))).hash())
        .isEqualTo(first);
  }

  /** Each line breaks one invariant: what is replaced in which file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | visits | "investigators":2 | "investigators":1
          1 | visits | "signed":true | "signed":false
          1 | checks | "passes":true | "passes":null
          1 | authorisations | "application": | "application":9
          2 | steps | "step":"register" | "step":"noted"
          2 | determinations | "application": | "application":9
          3 | notices | "until":"2025-10-20" | "until":"2025-10-27"
          4 | audit | "why":"" | "why":"other"
          4 | audit | "seq":1, | "seq":2,
          1 | decisions | "determination": | "determination":9
          1 | visits | "recordedAt":"2025 | "recordedAt":"2026
          6 | entitlements | "item":"supplement" | "item":"allowance","person":""
          6 | entitlements | "monthlyFen": | "monthlyFen":1
          7 | recognitions | "decision": | "decision":9
          7 | recognitions | "person":" | (everybody becomes person 7)
          9 | steps | "step":"askCheck" | "step":"accept"
          9 | steps | "fromState":"accepted" | "fromState":"received"
          """)
  void what_breaks_an_invariant_is_found(int number, String kind, String from, String to)
      throws IOException {
    evidence.into(folder);
    tamper(kind, from, to);
    assertThat(broken(Set.of())).anyMatch(line -> line.startsWith(number + " "));
  }

  private void tamper(String kind, String from, String to) throws IOException {
    Path file = folder.resolve(kind + ".jsonl");
    String before = Files.readString(file);
    String after =
        to.startsWith("(")
            ? before.replaceAll("\"person\":\"[^\"]*\"", "\"person\":\"7\"")
            : before.replace(from, to);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file, after);
    assertThat(EvidenceFiles.in(folder).damaged()).isNotEmpty();
  }

  @Test
  void what_was_acknowledged_and_is_not_there_is_found() throws IOException {
    evidence.into(folder);
    String number =
        jdbc.sql("select number from casework.application order by id limit 1")
            .query(String.class)
            .single();
    assertThat(broken(Set.of("application:" + number))).isEmpty();
    assertThat(broken(Set.of("application:" + number, "application:650107200-2025-999999")))
        .anyMatch(line -> line.contains("650107200-2025-999999"));
  }

  @Test
  void a_manifest_that_was_changed_with_its_files_no_longer_fits_its_hash() throws IOException {
    evidence.into(folder);
    Path file = folder.resolve("steps.jsonl");
    Files.writeString(file, Files.readString(file) + "{}\n");
    String sha =
        HexFormat.of()
            .formatHex(
                WriteEvidence.sha256()
                    .digest(Files.readString(file).getBytes(StandardCharsets.UTF_8)));
    Manifest manifest = EvidenceFiles.in(folder).manifest();
    Manifest changed =
        new Manifest(
            manifest.format(),
            manifest.madeAt(),
            manifest.hash(),
            manifest.files().stream()
                .map(
                    one ->
                        one.name().equals("steps.jsonl")
                            ? new Manifest.File(one.name(), one.rows(), sha)
                            : one)
                .toList(),
            manifest.notKept());
    Files.writeString(folder.resolve(Manifest.NAME), JSON.writeValueAsString(changed));
    assertThat(EvidenceFiles.in(folder).damaged()).containsExactly("清单的总校验值不一致");
  }

  @Test
  void a_folder_without_evidence_is_told_plainly() {
    assertThatThrownBy(() -> EvidenceFiles.in(folder))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("yimen export evidence");
  }
}
