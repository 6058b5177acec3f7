package org.yimen.casework.recheck;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.Offices;
import org.yimen.platform.ProblemType;

/** What the family is told in writing of a re-check that was decided. */
@Component
public class ChangeNotice {

  private final Rechecks rechecks;
  private final Applications applications;
  private final RecheckWords words;
  private final JdbcClient jdbc;

  ChangeNotice(Rechecks rechecks, Applications applications, RecheckWords words, JdbcClient jdbc) {
    this.rechecks = rechecks;
    this.applications = applications;
    this.words = words;
    this.jdbc = jdbc;
  }

  /**
   * What stands on the written notice, for whoever prints it.
   *
   * @param kind kept, raised, reduced, stopped, moved or grace
   * @param sentences what is decided, in words for the family
   * @param reasons a sentence each, with its article
   * @param remedies where the family turns to if it doesn't agree
   * @param decidedBy the bureau, or the township's office where it is entrusted (民发〔2022〕83号 四（一）)
   */
  @Schema(name = "RecheckPaper")
  public record Content(
      String kind,
      String title,
      String number,
      String addressee,
      String area,
      List<String> sentences,
      List<String> reasons,
      String basis,
      String remedies,
      String decidedBy,
      LocalDate decidedOn,
      @Nullable LocalDate servedOn) {}

  private record Decided(
      LocalDate decidedOn,
      @Nullable LocalDate servedOn,
      String basis,
      boolean delegated,
      @Nullable String beforeCategory,
      @Nullable Long beforeFen) {}

  /** The content; a problem 400 before the decision. */
  Content get(long recheck) {
    rechecks.get(recheck).foundOrRefuse();
    Content content = find(recheck);
    if (content == null) {
      throw ProblemType.INVALID_REQUEST.because("还没有作出复核决定，不能出具告知书。");
    }
    return content;
  }

  /** The content; null before the decision. */
  public @Nullable Content find(long id) {
    Recheck recheck = rechecks.get(id);
    Recheck.Found found = recheck.found();
    Decided decided = decided(id);
    if (found == null || decided == null) {
      return null;
    }
    Application application = applications.get(id);
    long before = decided.beforeFen() == null ? 0 : decided.beforeFen();
    return new Content(
        found.outcome().code(),
        words.title(found.outcome()),
        application.number(),
        application.family().applicant(),
        application.area(),
        words.sentences(recheck, found, decided.beforeCategory(), before),
        Arrays.stream(found.reason().split("(?<=）)；")).toList(),
        decided.basis(),
        RecheckWords.REMEDIES,
        Offices.of(jdbc, application.area()).decider(decided.delegated()),
        decided.decidedOn(),
        decided.servedOn());
  }

  private @Nullable Decided decided(long id) {
    return jdbc.sql(
            """
            select (d.decided_at at time zone 'Asia/Shanghai')::date as decided_on, d.served_on, d.basis,
              d.delegated, r.before_category, r.before_fen
            from casework.decision d join casework.recheck r on r.application = d.application
            where d.application = :id order by d.id limit 1
            """)
        .param("id", id)
        .query(Decided.class)
        .optional()
        .orElse(null);
  }
}
