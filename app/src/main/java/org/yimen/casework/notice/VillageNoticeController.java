package org.yimen.casework.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.OfficePhones;
import org.yimen.casework.Offices;
import org.yimen.identity.AsProgram;
import org.yimen.identity.OpenRoute;
import org.yimen.platform.ProblemType;

/**
 * What hangs in a village, for everybody: as on paper, and nothing of a family beside it
 * (民发〔2021〕57号 第十九条、第二十四条; 社会救助暂行办法 第六十一条).
 */
@AsProgram("nobody is signed in; one query with the fields that hang in public")
@RestController
class VillageNoticeController {

  /** What is proposed is gone at once when its application is taken back, ended or sent back. */
  private static final String HANGING =
      """
      select n.kind, n.shown_name, n.persons, n.category, n.monthly_fen, n.since, n.until
      from casework.public_notice n join casework.application a on a.id = n.application
      where n.area = :area and n.taken_down_at is null and n.since <= :today and n.until >= :today
        and (n.kind = 'confirmed' or a.state in ('onNotice', 'objected'))
      order by n.kind = 'confirmed', n.until, n.shown_name, n.id
      """;

  private final JdbcClient jdbc;
  private final OfficePhones phones;
  private final Clock clock;

  VillageNoticeController(JdbcClient jdbc, OfficePhones phones, Clock clock) {
    this.jdbc = jdbc;
    this.phones = phones;
    this.clock = clock;
  }

  /**
   * What hangs of one family.
   *
   * @param kind proposed, confirmed or ending
   * @param until the last day
   */
  @Schema(name = "VillageNotice")
  record Hanging(
      String kind,
      String shownName,
      int persons,
      String category,
      long monthlyFen,
      LocalDate since,
      LocalDate until) {}

  /** Where one objects; the phone is empty where none is set. */
  record WhereToObject(String office, String phone) {}

  /** The village is empty for families of whom only the town is known. */
  record VillageNotices(
      String county,
      String town,
      String village,
      LocalDate today,
      List<WhereToObject> whereToObject,
      List<Hanging> notices) {}

  @GetMapping("/api/v1/public/villages/{area}/notices")
  @OpenRoute(OpenRoute.To.EVERYBODY)
  @Operation(
      summary = "What hangs in a village today, as everybody may see it",
      description = "Of a town's code: what hangs of families of whom only the town is known")
  VillageNotices notices(@PathVariable String area) {
    Offices offices = Offices.of(jdbc, area);
    if (offices.town().isEmpty() || area.length() > 9 && offices.village().isEmpty()) {
      throw ProblemType.NOT_FOUND.because("没有这个村（社区）的公示页。请核对网址，或向村（社区）询问。");
    }
    LocalDate today = LocalDate.now(clock);
    return new VillageNotices(
        offices.county(),
        offices.town(),
        offices.village(),
        today,
        whereToObject(area, offices),
        jdbc.sql(HANGING).param("area", area).param("today", today).query(Hanging.class).list());
  }

  private List<WhereToObject> whereToObject(String area, Offices offices) {
    List<WhereToObject> where = new ArrayList<>();
    if (!offices.village().isEmpty()) {
      where.add(new WhereToObject(offices.committee(), phones.of(area)));
    }
    where.add(new WhereToObject(offices.office(), phones.of(area.substring(0, 9))));
    where.add(new WhereToObject(offices.bureau(), phones.of(area.substring(0, 6))));
    return where;
  }
}
