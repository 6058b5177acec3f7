package org.yimen.exchange.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Doubtful pairs of a small invented district through the API. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlingTests {

  private static final String PAIRS = "/api/v1/doubtful-pairs";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Desk district = new Desk(0);
  private Map<String, String> before = Map.of();

  @BeforeAll
  void load(@TempDir Path folder) throws IOException {
    new Lorry(context).load(Lorry.district(folder, 8, 700).toArray(Path[]::new));
  }

  @BeforeEach
  void signIn() {
    district = new Desk(port).as("district");
    before = new Lorry(context).digests();
  }

  @AfterEach
  void takeAllBack() {
    for (String state : List.of("accepted", "refused")) {
      for (JsonNode pair : district.get(PAIRS + "?state=" + state).json().get("items")) {
        assertThat(district.delete(decision(pair.get("id").asLong())).status()).isEqualTo(204);
      }
    }
  }

  private static String decision(long id) {
    return PAIRS + "/" + id + "/decision";
  }

  private List<Long> open() {
    return district
        .get(PAIRS)
        .json()
        .get("items")
        .valueStream()
        .map(pair -> pair.get("id").asLong())
        .toList();
  }

  private long count(String query, long id) {
    return jdbc.sql(query).param("id", id).query(Long.class).single();
  }

  private Desk.Answer decide(long id, String decision) {
    return district.post(decision(id), Map.of("decision", decision, "note", "电话核实"));
  }

  /** A pair whose facts wait. */
  private long withFacts() {
    return open().stream()
        .filter(
            id ->
                count("select count(*) from exchange.withheld_fact where source_row = :id", id) > 0)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void there_are_pairs_and_each_shows_row_and_candidates_side_by_side() {
    assertThat(open()).isNotEmpty();
    for (long id : open()) {
      JsonNode pair = district.get(PAIRS + "/" + id).json();
      assertThat(pair.get("state").asString()).isEqualTo("open");
      assertThat(pair.get("candidates")).isNotEmpty();
      for (JsonNode candidate : pair.get("candidates")) {
        JsonNode name = candidate.get("fields").get(0);
        assertThat(name.get("label").asString()).isEqualTo("姓名");
        assertThat(name.get("right").asString()).isNotBlank();
        for (JsonNode field : candidate.get("fields")) {
          assertThat(field.get("agreement").asString())
              .isIn("same", "similar", "different", "missing");
        }
      }
    }
  }

  @Test
  void accepting_writes_the_facts_kept_back_and_taking_back_leaves_no_trace() {
    long id = withFacts();
    Desk.Answer answer = decide(id, "accept");
    assertThat(answer.status()).isEqualTo(200);
    long person = answer.json().get("candidates").get(0).get("person").asLong();
    assertThat(count("select person from exchange.source_row where id = :id", id))
        .isEqualTo(person);
    assertThat(count("select count(*) from registry.fact where source_row = :id", id)).isPositive();
    assertThat(
            count(
                "select count(*) from exchange.doubtful_pair where source_row = :id and state = 'accepted' and note = '电话核实' and decided_by = 'district'",
                id))
        .isEqualTo(1);
    assertThat(district.delete(decision(id)).status()).isEqualTo(204);
    assertThat(new Lorry(context).digests()).isEqualTo(before);
  }

  @Test
  void every_pair_can_be_settled_either_way_and_taken_back() {
    for (String decision : List.of("accept", "refuse")) {
      for (long id : open()) {
        assertThat(decide(id, decision).status()).as(decision + id).isEqualTo(200);
      }
      assertThat(open()).isEmpty();
      assertThat(
              count(
                  "select count(*) from exchange.source_row where link = 'review' and id <> :id",
                  0))
          .isZero();
      takeAllBack();
      assertThat(new Lorry(context).digests()).as(decision).isEqualTo(before);
    }
  }

  @Test
  void refusing_founds_a_person_with_a_household_of_their_own_or_their_companions() {
    long id = withFacts();
    long persons = count("select count(*) from registry.person where id <> :id", 0);
    decide(id, "refuse");
    assertThat(count("select count(*) from registry.person where id <> :id", 0))
        .isEqualTo(persons + 1);
    assertThat(
            count(
                """
                select count(*) from exchange.source_row r
                join registry.person p on p.id = r.person
                join registry.membership m on m.person = p.id and m.household = r.household
                where r.id = :id and r.link = 'new'
                """,
                id))
        .isEqualTo(1);
  }

  @Test
  void the_same_decision_again_changes_nothing_and_another_is_told_who_was_first() {
    long id = open().get(0);
    decide(id, "accept");
    Map<String, String> once = new Lorry(context).digests();
    assertThat(decide(id, "accept").status()).isEqualTo(200);
    assertThat(new Lorry(context).digests()).isEqualTo(once);
    Desk.Answer other = decide(id, "refuse");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("type").asString()).isEqualTo("/problems/pair-already-settled");
    assertThat(other.json().get("detail").asString()).contains("district").contains("同一人");
    assertThat(new Lorry(context).digests()).isEqualTo(once);
  }

  @Test
  void a_person_who_is_no_candidate_cannot_be_chosen() {
    Desk.Answer answer =
        district.post(decision(open().get(0)), Map.of("decision", "accept", "person", 999_999));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/not-a-candidate");
    assertThat(new Lorry(context).digests()).isEqualTo(before);
  }

  @Test
  void a_township_clerk_sees_and_settles_pairs_of_the_own_township_only() {
    Desk clerk = new Desk(port).as("township");
    String area = clerk.get("/api/v1/session").json().get("areaCode").asString();
    List<Long> own =
        clerk.get(PAIRS).json().get("items").valueStream().map(p -> p.get("id").asLong()).toList();
    assertThat(own)
        .containsExactlyInAnyOrderElementsOf(
            jdbc.sql(
                    """
                    select source_row from exchange.doubtful_pair
                    where state = 'open' and starts_with(area, :area)
                    """)
                .param("area", area)
                .query(Long.class)
                .list());
    long foreign = open().stream().filter(id -> !own.contains(id)).findFirst().orElseThrow();
    assertThat(clerk.get(PAIRS + "/" + foreign).status()).isEqualTo(404);
    assertThat(clerk.post(decision(foreign), Map.of("decision", "refuse")).status()).isEqualTo(404);
    assertThat(clerk.delete(decision(foreign)).status()).isEqualTo(404);
    assertThat(new Lorry(context).digests()).isEqualTo(before);
  }

  @Test
  void who_may_not_settle_pairs_is_refused() {
    long id = open().get(0);
    for (String user : List.of("village", "bureau", "leader", "system", "security", "audit")) {
      Desk desk = new Desk(port).as(user);
      assertThat(desk.get(PAIRS).status()).as(user).isEqualTo(403);
      assertThat(desk.get(PAIRS + "/" + id).status()).as(user).isEqualTo(403);
      assertThat(desk.post(decision(id), Map.of("decision", "accept")).status()).isEqualTo(403);
      assertThat(desk.delete(decision(id)).status()).as(user).isEqualTo(403);
    }
    assertThat(new Desk(port).get(PAIRS).status()).isEqualTo(401);
  }
}
