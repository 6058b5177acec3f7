package org.yimen.identity;

/** What the audit keeps of; the code is its name in the database, the title is for people. */
public enum Deed {
  SIGNED_IN("session.begin", "登录"),
  SIGN_IN_REFUSED("session.refused", "登录被拒绝"),
  SIGNED_OUT("session.end", "退出"),
  PASSWORD_CHANGED("password.change", "修改口令"),
  FACTOR_ENROLLED("factor.enrol", "绑定动态口令"),
  CONFIRMED("factor.confirm", "再次验证"),
  GLASS_BROKEN("emergency.begin", "紧急查看"),
  EMERGENCY_ENDED("emergency.end", "结束紧急查看"),
  ACCOUNT_MADE("account.make", "新建账户"),
  ACCOUNT_SUSPENDED("account.suspend", "停用账户"),
  ACCOUNT_RESUMED("account.resume", "恢复账户"),
  ACCOUNT_MOVED("account.move", "调整岗位"),
  ACCOUNT_RESET("account.reset", "重置口令"),
  BOOTSTRAPPED("identity.bootstrap", "装入单位与岗位"),
  REFUSED("request.refused", "请求被拒绝"),
  HOUSEHOLD_READ("household.read", "查看家庭"),
  PERSON_READ("person.read", "查看个人"),
  SCREENING_READ("screening.read", "查看初筛依据"),
  NEAR_MISS_READ("near-miss.read", "查看差一点的条件"),
  MINOR_ASKED("minor.ask", "申请查看未成年人信息"),
  MINOR_DECIDED("minor.decide", "审批查看未成年人信息"),
  MINOR_READ("minor.read", "查看未成年人信息"),
  SEARCHED("register.search", "查找台账"),
  COMMAND("command.run", "命令行"),
  PAIR_READ("pair.read", "查看疑似同人"),
  PAIR_SETTLED("pair.settle", "裁定疑似同人"),
  ROW_READ("row.read", "查看来文明细"),
  DELIVERY_SENT("delivery.send", "报送来文"),
  DELIVERY_WITHDRAWN("delivery.withdraw", "撤回来文"),
  SCREENING_RUN("screening.run", "运行初筛"),
  REGISTER_EXPORTED("register.export", "导出台账"),
  SCREENING_EXPORTED("screening.export", "导出初筛结果"),
  ROWS_EXPORTED("rows.export", "导出来文明细"),
  WHAT_IF_EXPORTED("what-if.export", "导出测算名单"),
  BACK_PAY_EXPORTED("back-pay.export", "导出补发名单"),
  DEADLINES_EXPORTED("deadlines.export", "导出期限"),
  BULK_BEGUN("bulk.begin", "启动批量办理"),
  BULK_STOPPED("bulk.stop", "停止批量办理"),
  BULK_EXPORTED("bulk.export", "导出批量办理结果"),
  BULK_PAPERS_TAKEN("bulk-papers.export", "下载批量打印的文书"),
  CASE_READ("case.read", "查看申请"),
  CASE_STEP("case.step", "办理申请"),
  CASE_TAKEN("case.take", "下载入户资料"),
  ATTACHMENT_SENT("attachment.send", "保存照片与签名"),
  ATTACHMENT_READ("attachment.read", "查看照片与签名"),
  CASE_PAPER("case.paper", "出具文书"),
  PROGRESS_ISSUED("progress.issue", "出具查询码"),
  PROGRESS_READ("progress.read", "凭查询码查看进度"),
  PROGRESS_REFUSED("progress.refused", "查询进度被拒绝"),
  LEDGER_EXPORTED("ledger.export", "导出办理台账"),
  PACK_MADE("outward.make", "生成上报包"),
  PACK_DISCARDED("outward.discard", "作废上报包"),
  PACK_ANSWERED("outward.answer", "载入上报回执"),
  PACK_EXPORTED("outward.export", "下载上报包"),
  DIFFERENCE_SETTLED("outward.settle", "处理上报差异"),
  FINDINGS_EXPORTED("outward-findings.export", "导出数据检查结果"),
  OUTWARD_CHECKED("outward.check", "上报前数据检查"),
  OUTWARD_READ("outward.read", "查看上报内容"),
  OUTWARD_COPIED("outward.copy", "抄录到上级系统"),
  VALUE_PROPOSED("value.propose", "提出新值"),
  VALUE_DECIDED("value.decide", "审批新值");

  private final String code;
  private final String title;

  Deed(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** True for tables, which go out row by row while they are read. */
  public boolean leavesAtOnce() {
    return code.endsWith(".export");
  }

  /** Whether somebody looked at a record, rather than did something to it. */
  public boolean isLook() {
    return code.endsWith(".read") || this == CASE_TAKEN || this == CASE_PAPER;
  }

  /** The title of a code, or the code itself where a later version wrote it. */
  public static String titleOf(String code) {
    for (Deed deed : values()) {
      if (deed.code.equals(code)) {
        return deed.title;
      }
    }
    return code;
  }
}
