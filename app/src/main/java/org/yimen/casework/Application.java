package org.yimen.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/**
 * An application as it stands.
 *
 * @param number on the receipt
 * @param subject an application, or a re-check of which standing
 * @param area code of the village, or of the town where none is known
 * @param household in the register; null where it knows none
 * @param family who applies, for what and through whom
 * @param circumstances that lengthen limits
 * @param category what was proposed last; null before
 * @param spotCheck drawn for a visit of the district (43号 第十六条)
 * @param version how often it changed
 */
public record Application(
    long id,
    String number,
    Subject subject,
    String area,
    @Nullable Long household,
    Family family,
    State state,
    List<String> circumstances,
    @Nullable LocalDate acceptedOn,
    @Nullable Category category,
    boolean spotCheck,
    int version,
    OffsetDateTime registeredAt) {

  /** Circumstances that let the whole procedure take 45 working days (57号 第二十二条). */
  public static final List<String> SPECIAL =
      List.of("objection", "hukouSplit", "otherPlace", "hardInvestigation");

  /**
   * What the family said when it applied.
   *
   * @param handedIn applicant, delegate, village or warning
   * @param relativeOf whose near relative the applicant is; empty for nobody's (57号 第十一条)
   * @param consent a refused application goes on to the next category without new papers
   */
  public record Family(
      String applicant,
      String phone,
      String handedIn,
      String delegate,
      Category appliedFor,
      String request,
      String relativeOf,
      boolean consent) {}

  /** What is dealt with. */
  public enum Kind implements Coded {
    APPLICATION("application", "申请"),
    RECHECK("recheck", "复核"),
    /** Nothing to deal with: the family was recognised before and elsewhere. */
    TAKEN_OVER("takenOver", "名册接续");

    private final String code;
    private final String title;

    Kind(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** The standing is that of the family which a re-check is about; null of an application. */
  public record Subject(Kind kind, @Nullable Long standing) {}

  public Kind kind() {
    return subject.kind();
  }

  public boolean isRecheck() {
    return kind() == Kind.RECHECK;
  }

  /** Whether the case may take the long limits. */
  public boolean isSpecial() {
    return !circumstances.isEmpty();
  }

  /** Whether the district has to visit the family itself (57号 第二十条). */
  public boolean needsDistrictVisit() {
    return spotCheck
        || !family.relativeOf().isEmpty()
        || !isRecheck() && circumstances.contains("objection");
  }

  static Application of(ResultSet row, @Nullable String phone) throws SQLException {
    String category = row.getString("category");
    return new Application(
        row.getLong("id"),
        row.getString("number"),
        new Subject(
            Coded.of(Kind.class, row.getString("kind")), row.getObject("standing", Long.class)),
        row.getString("area"),
        row.getObject("household", Long.class),
        new Family(
            row.getString("applicant"),
            phone == null ? "" : phone,
            row.getString("handed_in"),
            row.getString("delegate"),
            Coded.of(Category.class, row.getString("applied_for")),
            row.getString("request"),
            row.getString("relative_of"),
            row.getBoolean("consent")),
        Coded.of(State.class, row.getString("state")),
        List.of((String[]) row.getArray("circumstances").getArray()),
        row.getObject("accepted_on", LocalDate.class),
        category == null ? null : Coded.of(Category.class, category),
        row.getBoolean("spot_check"),
        row.getInt("version"),
        row.getObject("registered_at", OffsetDateTime.class));
  }
}
