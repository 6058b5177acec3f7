package org.yimen.casework.printing;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.bulk.BulkPaper;
import org.yimen.casework.paper.PaperKind;
import org.yimen.casework.paper.Papers;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;
import org.yimen.policy.facts.Coded;

/** Prints one kind of paper of many cases; each as it would be printed alone. */
@Component
class PrintPapers implements BulkPaper {

  private final Papers papers;

  PrintPapers(Papers papers) {
    this.papers = papers;
  }

  @Override
  public String code() {
    return "print";
  }

  @Override
  public String title() {
    return "批量打印";
  }

  @Override
  public Permission permission() {
    return Permission.CASE_READ;
  }

  @Override
  public String titleOf(List<String> parameters) {
    PaperKind kind = kind(parameters);
    papers.refuseUnallowed(kind);
    return title() + "：" + kind.title();
  }

  private static PaperKind kind(List<String> parameters) {
    @Nullable PaperKind kind =
        parameters.size() == 1 ? Coded.find(PaperKind.class, parameters.get(0)) : null;
    if (kind == null) {
      throw ProblemType.INVALID_REQUEST.because(
          "请选择一种文书（parameters）：%s。"
              .formatted(
                  Arrays.stream(PaperKind.values())
                      .map(one -> one.code() + " " + one.title())
                      .collect(Collectors.joining("、"))));
    }
    return kind;
  }

  @Override
  public byte[] write(long application, List<String> parameters) {
    return papers.untold(application, kind(parameters));
  }

  @Override
  public void tell(long application, List<String> parameters) {
    papers.tell(application, kind(parameters));
  }

  @Override
  public void join(List<byte[]> all, OutputStream out) {
    Papers.joined(all, out);
  }

  @Override
  public String obstacle() {
    return """
        case
          when a.kind = 'takenOver' then '这户接续自名册，没有这份文书'
          when a.kind = 'recheck' and :parameters::text[] && array['receipt', 'missing', 'application', 'decision']
            then '这是定期核查，没有这份文书'
          when 'missing' = any(:parameters::text[]) and not exists (
            select from casework.step s where s.application = a.id and s.step = 'askPapers') then '没有告知过补正材料'
          when 'visit' = any(:parameters::text[]) and not exists (
            select from casework.visit v where v.application = a.id and not v.late) then '还没有登记入户调查'
          when 'notice' = any(:parameters::text[]) and not exists (
            select from casework.public_notice n where n.application = a.id) then '还没有公示'
          when 'decision' = any(:parameters::text[]) and not exists (
            select from casework.decision d where d.application = a.id) then '还没有作出决定'
          when 'change' = any(:parameters::text[]) and not exists (
            select from casework.recheck r join casework.decision d on d.application = r.application
            where r.application = a.id) then '没有已经决定的复核'
          else '' end
        """;
  }
}
