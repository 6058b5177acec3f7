package org.yimen.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestServer;

/**
 * Invented numbers, phones, accounts and illnesses go through deliveries; nothing on the disk tells
 * them.
 */
@OnPostgres
class CanaryTests {

  private static final int PEOPLE = 1_000;

  /** Together more than a megabyte, so that the upload can't stay in memory. */
  private static final String REMARK = "注".repeat(400);

  private static final Path HOME = Path.of("target", "test-home");

  @Autowired ApplicationContext context;
  @LocalServerPort int port;
  @TempDir Path folder;

  private final List<String> numbers = new ArrayList<>();
  private final Set<String> canaries = new HashSet<>();
  private Path file = Path.of("");
  private Path illnesses = Path.of("");

  @BeforeEach
  void invent() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> ill = new ArrayList<>();
    ill.add("序号,姓名,身份证号,主要诊断,结算日期,个人自付");
    lines.add("序号,村（社区）,户主姓名,身份证号码,保障人数,低保类别,月保障金额,银行账号,联系电话,备注");
    for (int i = 0; i < PEOPLE; i++) {
      String number = CitizenNumberOf.person(i);
      String phone = "199%08d".formatted(37_000_000 + i * 7);
      String account = "621799%013d".formatted(8_800_000_000L + i * 13L);
      numbers.add(number);
      String illness = "198%08d".formatted(41_000_000 + i * 11);
      canaries.addAll(List.of(number, phone, account, illness));
      ill.add("%d,居%s,%s,肿瘤 %s,2025-01-02,9000".formatted(i + 1, name(i), number, illness));
      lines.add(
          "%d,,居%s,%s,1,A类,600,%s,%s,%s".formatted(i + 1, name(i), number, account, phone, REMARK));
    }
    file = Lorry.csv(folder.resolve("低保花名册.csv"), lines.toArray(String[]::new));
    illnesses = Lorry.csv(folder.resolve("医保自付.csv"), ill.toArray(String[]::new));
  }

  private static String name(int i) {
    return "" + (char) ('\u4e00' + i) + (char) ('\u5e00' + i * 3);
  }

  @Test
  void no_number_phone_account_or_illness_is_found_by_bytes_on_the_disk_or_in_a_backup()
      throws Exception {
    Desk desk = new Desk(port).as("district");
    assertThat(desk.upload("/api/v1/deliveries", file).status()).isEqualTo(202);
    assertThat(desk.upload("/api/v1/deliveries", illnesses).status()).isEqualTo(202);
    new Lorry(context).finish();
    assertThat(desk.get("/api/v1/persons/" + aPerson()).text()).contains("肿瘤 198");
    String found = desk.search("/api/v1/households", numbers.get(7)).text();
    assertThat(found).contains("\"total\":1");
    desk.search("/api/v1/households", numbers.get(8).substring(10));
    desk.search("/api/v1/deliveries/1/rows", numbers.get(9));
    TestServer.checkpoint();
    Path backup = folder.resolve("canaries.backup");
    try (OutputStream out = Files.newOutputStream(backup)) {
      assertThat(context.getBean(WriteBackup.class).to(out)).isGreaterThan(PEOPLE);
    }
    assertThat(met(HOME)).isEmpty();
    assertThat(met(Path.of("target", "test.log"))).isEmpty();
    assertThat(met(backup)).isEmpty();
    assertThat(met(Path.of(System.getProperty("java.io.tmpdir")), "yimen-upload")).isEmpty();

    theSearchWouldFindThem();
  }

  private long aPerson() {
    return context
        .getBean(JdbcClient.class)
        .sql("select min(person) from registry.fact where kind = 'expense.medical'")
        .query(Long.class)
        .single();
  }

  private void theSearchWouldFindThem() throws Exception {
    // in the file that was sent, and in a name, which is kept plain
    assertThat(met(file)).hasSize(3 * PEOPLE);
    assertThat(met(illnesses)).hasSize(2 * PEOPLE);
    String plain = CitizenNumberOf.person(PEOPLE);
    canaries.add(plain);
    Path odd = folder.resolve("低保花名册二.csv");
    Lorry.csv(
        odd,
        "序号,村（社区）,户主姓名,身份证号码,保障人数,低保类别,月保障金额",
        "1,,%s,650199196001010010,1,A类,600".formatted(plain));
    new Lorry(context).load(odd);
    TestServer.checkpoint();
    assertThat(met(HOME)).containsExactly(plain);
  }

  private Set<String> met(Path place, String... prefixes) throws IOException {
    Set<String> met = new HashSet<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        boolean wanted =
            prefixes.length == 0 || one.getFileName().toString().startsWith(prefixes[0]);
        if (wanted && !one.toString().contains("/server-")) {
          search(one, met);
        }
      }
    }
    return met;
  }

  /** Every run of digits, also with a zero byte between them as in UTF-16. */
  private void search(Path one, Set<String> met) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(one);
    } catch (java.nio.file.NoSuchFileException e) {
      return; // the server has just removed it
    }
    for (int step = 1; step <= 2; step++) {
      for (int parity = 0; parity < step; parity++) {
        StringBuilder run = new StringBuilder();
        for (int i = parity; i <= bytes.length; i += step) {
          int c = i < bytes.length ? bytes[i] : 0;
          if (c >= '0' && c <= '9' || c == 'X') {
            run.append((char) c);
          } else if (!run.isEmpty()) {
            compare(run, met);
            run.setLength(0);
          }
        }
      }
    }
  }

  private void compare(CharSequence run, Set<String> met) {
    for (int length : new int[] {11, 18, 19}) {
      for (int from = 0; from + length <= run.length(); from++) {
        String piece = run.subSequence(from, from + length).toString();
        if (canaries.contains(piece)) {
          met.add(piece);
        }
      }
    }
  }

  /** Invented numbers with a right check character. */
  private static final class CitizenNumberOf {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static String person(int i) {
      String body =
          "650199%04d%02d%02d%03d".formatted(1940 + i % 60, 1 + i % 12, 1 + i % 28, i % 999);
      int sum = 0;
      for (int d = 0; d < WEIGHTS.length; d++) {
        sum += WEIGHTS[d] * (body.charAt(d) - '0');
      }
      String number = body + "10X98765432".charAt(sum % 11);
      assertThat(CitizenNumber.normalise(number).whole()).isTrue();
      return number;
    }
  }
}
