package org.yimen.casework.progress;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.identity.Deed;

/**
 * What a family sees of its application: no name, number of a person, telephone, account or
 * illness, so that a paper left lying tells strangers nothing of them.
 *
 * @param state decided where the decision has not reached the family, so that it is told what was
 *     decided by whoever brings it
 * @param notice what hangs in the village now of what is proposed; null for nothing
 * @param decision null before it reached the family
 * @param recheck the last re-check of the family; null for none, and of what was taken back
 * @param looks who looked at what is kept of the family, by unit, the latest first
 * @param moreLooks how many lines were left off
 */
@Schema(name = "FamilyProgress")
record FamilyProgress(
    String number,
    String appliedFor,
    String state,
    LocalDate registeredOn,
    LocalDate today,
    List<Done> done,
    Holder now,
    List<Running> limits,
    List<Can> can,
    @Nullable Hanging notice,
    @Nullable Decision decision,
    @Nullable Recheck recheck,
    List<Look> looks,
    int moreLooks) {

  /** A step; decided stands for confirm and refuse until the family has it in writing. */
  @Schema(name = "FamilyStep")
  record Done(String step, LocalDate day, String unit) {

    static Done of(ResultSet row, int number) throws SQLException {
      return new Done(
          row.getString("step"), row.getObject("day", LocalDate.class), row.getString("unit"));
    }
  }

  /** Who has it: an office and a kind of post there; the phone is the office's, empty for none. */
  @Schema(name = "FamilyHolder")
  record Holder(String holder, String office, String post, String phone) {}

  /** A limit of the law that runs: until when. */
  @Schema(name = "FamilyLimit")
  record Running(String name, String basis, LocalDate due, boolean provisional, boolean late) {}

  /** Something that the family can do: until when, where that ends, and where; empty anywhere. */
  @Schema(name = "FamilyCan")
  record Can(String what, String basis, @Nullable LocalDate until, String office) {}

  @Schema(name = "FamilyNotice")
  record Hanging(LocalDate since, LocalDate until, String area) {}

  /**
   * A decision as it was delivered.
   *
   * @param paidFrom first day of the first month of payment; null for a refusal
   * @param reasons sentences with their articles
   * @param heldBack reasons about health or disability stand in the written decision alone
   */
  @Schema(name = "FamilyDecision")
  record Decision(
      boolean confirmed,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      LocalDate decidedOn,
      LocalDate servedOn,
      List<String> reasons,
      boolean heldBack) {}

  /**
   * A re-check, by the rules of an application.
   *
   * @param cause why, by its code
   * @param state decided where what takes something away has not reached the family
   * @param decision null before it reached the family
   */
  @Schema(name = "FamilyRecheck")
  record Recheck(
      String number,
      String cause,
      String state,
      LocalDate openedOn,
      List<Done> done,
      Holder now,
      List<Running> limits,
      List<Can> can,
      @Nullable Hanging notice,
      @Nullable Change decision) {}

  /**
   * What came of a re-check.
   *
   * @param outcome kept, raised, reduced, stopped, moved, grace, or reversed for one taken back
   * @param effectiveFrom first day of the first month in which it holds
   * @param servedOn null where nothing is taken away: it holds without
   */
  @Schema(name = "FamilyChange")
  record Change(
      String outcome,
      String category,
      long monthlyFen,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate graceUntil,
      LocalDate decidedOn,
      @Nullable LocalDate servedOn,
      List<String> reasons,
      boolean heldBack) {}

  /** Unit is empty for whoever looked with the family's code. */
  @Schema(name = "FamilyLook")
  record Look(
      String unit, String what, String whatTitle, LocalDate first, LocalDate last, int times) {

    static Look of(String unit, Deed deed, LocalDate first, LocalDate last, int times) {
      return new Look(unit, deed.code(), deed.title(), first, last, times);
    }
  }
}
