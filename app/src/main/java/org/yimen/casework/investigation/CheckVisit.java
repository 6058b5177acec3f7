package org.yimen.casework.investigation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.attachment.Attachments;
import org.yimen.casework.form.FormAnswers;
import org.yimen.platform.ProblemType;

/** Refuses a visit that can't have been one, or whose papers have not come in. */
@Component
class CheckVisit {

  private static final ProblemType MISSING =
      new ProblemType("attachment-missing", HttpStatus.CONFLICT, "照片或签名还没有收到");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private final FormAnswers answers;
  private final Attachments attachments;
  private final Clock clock;

  CheckVisit(FormAnswers answers, Attachments attachments, Clock clock) {
    this.answers = answers;
    this.attachments = attachments;
    this.clock = clock;
  }

  void refuseImpossible(Application application, VisitController.NewVisit asked) {
    List<String> names = asked.investigators().stream().map(String::strip).distinct().toList();
    if (names.size() < 2) {
      throw ProblemType.INVALID_REQUEST.because("入户调查须由两名以上不同的调查人员进行，请填写两个姓名。");
    }
    refuseOtherTime(application, asked.visitedAt());
    if (!answers.form().takes(asked.formVersion())) {
      throw ProblemType.INVALID_REQUEST.because("表格已经更新，请联网刷新后补填再发送；已填内容不会丢失。");
    }
    if (asked.kind().equals("telephone") && (asked.note() == null || asked.note().isBlank())) {
      throw ProblemType.INVALID_REQUEST.because(
          "电话、视频调查只用于突发重大公共事件等不能入户的情形（民发〔2021〕57号 第十六条），请在备注里写明原因。");
    }
    refuseUnsigned(asked.signed());
    refuseMissing(application.id(), asked);
    answers.check(asked.household());
  }

  /** Nobody has been in the house tomorrow, nor for an application that wasn't made yet. */
  private void refuseOtherTime(Application application, OffsetDateTime visitedAt) {
    if (visitedAt.toInstant().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
      throw ProblemType.INVALID_REQUEST.because("入户时间晚于现在，请改正入户时间；用手机登记的，同时核对手机的日期和时间。");
    }
    LocalDate visited = day(visitedAt);
    LocalDate registered = day(application.registeredAt());
    if (visited.isBefore(registered)) {
      throw ProblemType.INVALID_REQUEST.because(
          "入户日期（%s）早于%s（%s），请改正入户时间。"
              .formatted(visited, application.isRecheck() ? "开展复核的日期" : "登记申请的日期", registered));
    }
  }

  private LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(clock.getZone()).toLocalDate();
  }

  /** A phone that sends signatures sends all: of the family and of two who visited. */
  private static void refuseUnsigned(List<VisitController.Signature> signed) {
    long investigators =
        signed.stream()
            .filter(one -> one.role().equals("investigator"))
            .map(one -> one.name().strip())
            .distinct()
            .count();
    boolean family = signed.stream().anyMatch(one -> one.role().equals("family"));
    if (!signed.isEmpty() && (!family || investigators < 2)) {
      throw ProblemType.INVALID_REQUEST.because("签名须有家庭成员和两名以上调查人员的，请补签后再发送。");
    }
  }

  private void refuseMissing(long application, VisitController.NewVisit asked) {
    Set<UUID> wanted = new HashSet<>();
    Stream.concat(
            asked.signed().stream().map(VisitController.Signature::attachment),
            asked.pictures().stream().map(VisitController.Photo::attachment))
        .forEach(wanted::add);
    wanted.removeAll(attachments.known(application, wanted));
    if (!wanted.isEmpty()) {
      throw MISSING.because("有 %d 张照片或签名还没有收到，请先发送它们，再发送这次入户。".formatted(wanted.size()));
    }
  }
}
