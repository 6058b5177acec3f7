package org.yimen.platform.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request with a key that is sent again, at once or later, after whatever failed, is one deed.
 */
@OnPostgres
class OnceTests {

  private static final String VALUES = "/api/v1/parameter-values";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired GivenAnswers answers;

  @AfterEach
  void release() {
    clock.release();
  }

  @Test
  void the_same_request_is_answered_as_before_and_another_with_its_key_refused() {
    Desk desk = keyed("district", UUID.randomUUID().toString());
    Desk.Answer first = desk.post(VALUES, value("同一次"));
    Desk.Answer again = desk.post(VALUES, value("同一次"));
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(count("同一次")).isEqualTo(1);

    Desk.Answer other = desk.post(VALUES, value("另一次"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().get("type").asString()).isEqualTo("/problems/key-used");
    assertThat(count("另一次")).isZero();
  }

  @Test
  void keys_of_two_people_are_two_and_without_a_key_each_request_is_a_deed() {
    String key = UUID.randomUUID().toString();
    assertThat(keyed("district", key).post(VALUES, value("两个人")).status()).isEqualTo(201);
    assertThat(keyed("leader", key).post(VALUES, value("两个人")).status()).isEqualTo(201);
    assertThat(count("两个人")).isEqualTo(2);
    Desk plain = new Desk(port).as("district");
    plain.post(VALUES, value("无编号"));
    plain.post(VALUES, value("无编号"));
    assertThat(count("无编号")).isEqualTo(2);
  }

  @Test
  void of_many_at_once_one_is_done_and_the_others_are_told_to_wait_or_answered_alike()
      throws Exception {
    String key = UUID.randomUUID().toString();
    List<Desk> desks = IntStream.range(0, 16).mapToObj(n -> keyed("district", key)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Desk.Answer>> calls =
          desks.stream()
              .<Callable<Desk.Answer>>map(desk -> () -> desk.post(VALUES, value("并行")))
              .toList();
      for (Future<Desk.Answer> one : threads.invokeAll(calls)) {
        Desk.Answer answer = one.get();
        assertThat(answer.status()).as(answer.text()).isIn(201, 409);
        if (answer.status() == 409) {
          assertThat(answer.json().get("type").asString()).isEqualTo("/problems/being-done");
          assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
      }
    } finally {
      threads.shutdown();
    }
    assertThat(desks.get(0).post(VALUES, value("并行")).status()).isEqualTo(201);
    assertThat(count("并行")).isEqualTo(1);
  }

  @Test
  void a_failure_before_the_commit_leaves_no_deed_and_no_key() {
    Desk desk = keyed("district", UUID.randomUUID().toString());
    jdbc.sql(
            """
            create function platform.broken() returns trigger language plpgsql as $$
            begin raise exception 'injected'; end $$
            """)
        .update();
    jdbc.sql(
            """
            create constraint trigger broken after insert on platform.given_answer
            deferrable initially deferred for each row execute function platform.broken()
            """)
        .update();
    assertThat(desk.post(VALUES, value("提交前")).status()).isEqualTo(500);
    assertThat(count("提交前")).isZero();
    jdbc.sql("drop trigger broken on platform.given_answer").update();
    assertThat(desk.post(VALUES, value("提交前")).status()).isEqualTo(201);
    assertThat(count("提交前")).isEqualTo(1);
  }

  @Test
  void an_answer_that_was_lost_on_its_way_after_the_commit_comes_with_the_next_try()
      throws Exception {
    String key = UUID.randomUUID().toString();
    Desk desk = keyed("district", key);
    byte[] body = JsonMapper.builder().build().writeValueAsBytes(value("丢了回答"));
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                .formatted(VALUES)
            + "Cookie: YIMEN=%s; XSRF-TOKEN=%s\r\nX-XSRF-TOKEN: %s\r\nIdempotency-Key: %s\r\n"
                .formatted(
                    desk.cookie("YIMEN"), desk.cookie("XSRF-TOKEN"), desk.cookie("XSRF-TOKEN"), key)
            + "Content-Length: %d\r\n\r\n".formatted(body.length);
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      while (count("丢了回答") == 0) {
        Thread.sleep(5);
      }
    } // nobody has read the answer
    Desk.Answer again = desk.post(VALUES, value("丢了回答"));
    while (again.status() == 409) {
      Thread.sleep(50);
      again = desk.post(VALUES, value("丢了回答"));
    }
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(count("丢了回答")).isEqualTo(1);
  }

  @Test
  void what_was_refused_may_be_tried_again_with_the_same_key() {
    Desk desk = keyed("district", UUID.randomUUID().toString());
    Map<String, Object> incomplete = value("补正");
    incomplete.put("document", "");
    assertThat(desk.post(VALUES, incomplete).status()).isEqualTo(400);
    assertThat(desk.post(VALUES, value("补正")).status()).isEqualTo(201);
  }

  @Test
  void a_key_that_could_be_guessed_is_refused() {
    assertThat(keyed("district", "1").post(VALUES, value("短")).status()).isEqualTo(400);
    assertThat(count("短")).isZero();
  }

  @Test
  void the_table_tells_neither_key_nor_answer_and_forgets_after_thirty_days() {
    String key = UUID.randomUUID().toString();
    Desk desk = keyed("district", key);
    desk.post(VALUES, value("不外泄"));
    String kept =
        jdbc.sql(
                "select string_agg(encode(answer, 'escape') || encode(key_digest, 'hex'), '') from platform.given_answer")
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain("650107", key, "parameter");
    clock.pass(Duration.ofDays(29));
    answers.forget();
    assertThat(rows()).isPositive();
    clock.pass(Duration.ofDays(2));
    answers.forget();
    assertThat(rows()).isZero();
  }

  private Desk keyed(String user, String key) {
    return new Desk(port).as(user).with("Idempotency-Key", key);
  }

  private long rows() {
    return jdbc.sql("select count(*) from platform.given_answer").query(Long.class).single();
  }

  private long count(String note) {
    return jdbc.sql("select count(*) from eligibility.parameter_value where note = :note")
        .param("note", note)
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> value(String note) {
    Map<String, Object> body = new HashMap<>();
    body.put("parameter", "dibao.supplement.oldOrYoung");
    body.put("value", "45");
    body.put("from", "2025-06-01");
    body.put("area", "650107");
    body.put("document", "达民发〔2026〕8号");
    body.put("article", "第一条");
    body.put("note", note);
    return body;
  }
}
