package org.yimen.casework.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.signed.SignRecord;
import org.yimen.casework.signed.Signed;

/**
 * Notices with exactly what may be seen: a name masked as set, the number of members, category,
 * amount, village and dates (民发〔2021〕57号 第二十四条, 社会救助暂行办法 第六十一条).
 */
@Component
public class PublicNotices {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SignRecord signatures;
  private final ShownName shown;

  PublicNotices(
      JdbcClient jdbc,
      Clock clock,
      SignRecord signatures,
      @Value("${yimen.notice.name:masked}") String shown) {
    this.jdbc = jdbc;
    this.signatures = signatures;
    this.clock = clock;
    this.shown = ShownName.set(shown);
  }

  /** A notice; the last day on which it hangs is until. */
  public record Notice(
      long id,
      @Nullable Long determination,
      String category,
      long monthlyFen,
      LocalDate since,
      LocalDate until) {}

  /** Kind is proposed, confirmed or ending; what is proposed rests on a determination. */
  public record New(
      Application application,
      @Nullable Long determination,
      String kind,
      String category,
      int persons,
      long monthlyFen,
      LocalDate until) {}

  public void hang(New one) {
    long id =
        jdbc.sql(
                """
            insert into casework.public_notice (application, determination, kind, area, shown_name,
              persons, category, monthly_fen, since, until)
            values (:application, :determination, :kind, :area, :name, :persons, :category, :fen,
              :since, :until)
            returning id
            """)
            .param("application", one.application().id())
            .param("determination", one.determination())
            .param("kind", one.kind())
            .param("area", one.application().area())
            .param("name", shown.of(one.application().family().applicant()))
            .param("persons", one.persons())
            .param("category", one.category())
            .param("fen", one.monthlyFen())
            .param("since", LocalDate.now(clock))
            .param("until", one.until())
            .query(Long.class)
            .single();
    signatures.sign(Signed.NOTICE, id);
  }

  /** The last notice of what was proposed; null before. */
  public @Nullable Notice lastProposed(long application) {
    return jdbc.sql(
            """
            select id, determination, category, monthly_fen, since, until
            from casework.public_notice
            where application = :application and kind in ('proposed', 'ending') order by id desc limit 1
            """)
        .param("application", application)
        .query(Notice.class)
        .optional()
        .orElse(null);
  }

  /** Takes down whatever of the application still hangs. */
  public void takeDown(long application) {
    jdbc.sql(
            """
            update casework.public_notice set taken_down_at = :now
            where application = :application and taken_down_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("application", application)
        .update();
  }
}
