package org.yimen.casework.paper;

import java.io.OutputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.form.FormAnswers;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;

/** The papers of a case, written when they are asked for and told to the audit. */
@Component
public class Papers {

  private static final ProblemType NOT_YET =
      new ProblemType("paper-not-yet", HttpStatus.CONFLICT, "文书还不能出具");
  private static final String INSIDE = "这份文书载有调查内容，只有经办、审核、决定的岗位可以打印。";
  private static final String FORM = "visit-form";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Who deals with cases sees what was found out of a family. */
  private static final Set<Permission> WORKS =
      EnumSet.of(
          Permission.CASE_REGISTER,
          Permission.CASE_ACCEPT,
          Permission.CASE_INVESTIGATE,
          Permission.CASE_CHECK,
          Permission.CASE_REVIEW,
          Permission.CASE_DECIDE);

  private final Applications applications;
  private final ReadCase read;
  private final FormAnswers form;
  private final FieldScope fields;
  private final Access access;
  private final Clock clock;

  Papers(
      Applications applications,
      ReadCase read,
      FormAnswers form,
      FieldScope fields,
      Access access,
      Clock clock) {
    this.applications = applications;
    this.read = read;
    this.form = form;
    this.fields = fields;
    this.access = access;
    this.clock = clock;
  }

  /** A paper; why says what has to happen before there is one, and is empty where there is. */
  record Ready(PaperKind kind, String why) {}

  /** What there would be of a kind: the draft, or why there is none. */
  private record Possible(@Nullable Supplier<Draft> draft, String why) {

    static Possible yes(Supplier<Draft> draft) {
      return new Possible(draft, "");
    }

    static Possible no(String why) {
      return new Possible(null, why);
    }
  }

  /** All kinds, whether each can be printed now. */
  List<Ready> of(long application) {
    CaseFacts facts = facts(application);
    List<Ready> all = new ArrayList<>();
    for (PaperKind kind : PaperKind.values()) {
      all.add(new Ready(kind, possible(facts, kind).why()));
    }
    return all;
  }

  /**
   * The paper as PDF.
   *
   * @throws org.yimen.platform.Problem not-found outside the user's area, paper-not-yet with what
   *     has to happen first
   */
  public byte[] pdf(long application, PaperKind kind) {
    byte[] pdf = untold(application, kind);
    tell(application, kind);
    return pdf;
  }

  /** The paper as a Word file; problems as of {@link #pdf}. */
  public byte[] word(long application, PaperKind kind) {
    byte[] word = WriteWord.of(paper(application, kind));
    tell(application, kind);
    return word;
  }

  /** The paper as PDF, not yet told to the audit: whoever hands it out does so by {@link #tell}. */
  public byte[] untold(long application, PaperKind kind) {
    return WritePdf.of(paper(application, kind));
  }

  /** Tells the audit that a paper goes out. */
  public void tell(long application, PaperKind kind) {
    access.tell(Deed.CASE_PAPER, "application:" + application, kind.title());
  }

  /** Refuses who may not print such papers of any case. */
  public void refuseUnallowed(PaperKind kind) {
    if (kind.isInside() && access.permissions().stream().noneMatch(WORKS::contains)) {
      throw ProblemType.REFUSED.because(INSIDE);
    }
  }

  /** Papers that were written, as one PDF in which each begins on a page of its own. */
  public static void joined(List<byte[]> papers, OutputStream out) {
    WritePdf.joined(papers, out);
  }

  /** The form of a visit with room for so many members, to be filled in by hand. */
  byte[] emptyVisit(int members) {
    return WritePdf.of(new EmptyVisit(form.form()).of(members).of(new Paper.Printed("", foot())));
  }

  private CaseFacts facts(long id) {
    Application application = applications.get(id);
    return read.of(application, fields.hiddenColumns(FORM));
  }

  private Paper paper(long id, PaperKind kind) {
    CaseFacts facts = facts(id);
    Possible possible = possible(facts, kind);
    if (possible.draft() == null) {
      throw NOT_YET.because(possible.why());
    }
    String number = kind == PaperKind.NOTICE ? "" : "受理编号：" + facts.application().number();
    return possible.draft().get().of(new Paper.Printed(number, foot()));
  }

  private String foot() {
    return "打印：%s　%s"
        .formatted(access.user().displayName(), MINUTE.format(ZonedDateTime.now(clock)));
  }

  private Possible possible(CaseFacts facts, PaperKind kind) {
    if (kind.isInside() && access.permissions().stream().noneMatch(WORKS::contains)) {
      return Possible.no(INSIDE);
    }
    if (facts.application().kind() == Application.Kind.TAKEN_OVER) {
      return Possible.no("这户接续自名册，没有在这里申请过，没有这份文书。");
    }
    if (facts.application().isRecheck()) {
      switch (kind) {
        case RECEIPT, MISSING, APPLICATION, DECISION -> {
          return Possible.no("这是定期核查，没有这份文书；决定后出具复核告知书。");
        }
        default -> {}
      }
    }
    return switch (kind) {
      case RECEIPT -> Possible.yes(() -> ReceiptPaper.receipt(facts));
      case MISSING ->
          facts.last("askPapers") == null
              ? Possible.no("没有告知过补正材料。材料不齐的，先办理“一次性告知补正”。")
              : Possible.yes(() -> ReceiptPaper.missing(facts));
      case APPLICATION ->
          Possible.yes(
              () -> ApplicationPaper.of(facts, form.form(), new AnswerWords(facts.hidden())));
      case AUTHORISATION -> Possible.yes(() -> AuthorisationPaper.of(facts));
      case VISIT, NOTICE, DECISION, CHANGE -> later(facts, kind);
    };
  }

  private Possible later(CaseFacts facts, PaperKind kind) {
    CaseFacts.Visited visit = facts.visit();
    CaseFacts.Hung notice = facts.notice();
    CaseFacts.Decided decision = facts.decision();
    var change = facts.change();
    return switch (kind) {
      case VISIT ->
          visit == null
              ? Possible.no("还没有登记入户调查。手工填写的，请先打印空白入户调查表。")
              : Possible.yes(
                  () ->
                      new VisitPaper(form.form(), new AnswerWords(facts.hidden()))
                          .of(facts, visit));
      case NOTICE ->
          notice == null
              ? Possible.no("还没有公示。提出初审意见并办理“公示”后出具。")
              : Possible.yes(() -> NoticePaper.of(facts, notice));
      case DECISION ->
          decision == null
              ? Possible.no("还没有作出决定。确认或不予确认后出具。")
              : Possible.yes(() -> DecisionPaper.of(facts, decision));
      default ->
          change == null
              ? Possible.no("没有已经决定的复核。复核作出决定后，在那次复核的页面出具。")
              : Possible.yes(() -> ChangePaper.of(change));
    };
  }
}
