package org.yimen.casework;

import java.util.Arrays;
import org.yimen.policy.facts.Coded;

/** Where an application stands; whoever has it now is {@link #holder()}. */
public enum State implements Coded {
  RECEIVED("received", "已登记", Holder.TOWNSHIP),
  AWAITING_PAPERS("awaitingPapers", "待补材料", Holder.FAMILY),
  ACCEPTED("accepted", "调查核实", Holder.TOWNSHIP),
  PROPOSED("proposed", "已提出初审意见", Holder.TOWNSHIP),
  ON_NOTICE("onNotice", "公示中", Holder.VILLAGE),
  OBJECTED("objected", "异议核查", Holder.TOWNSHIP),
  NOTICED("noticed", "待乡镇审核", Holder.TOWNSHIP),
  WITH_DISTRICT("withDistrict", "待审核确认", Holder.DISTRICT),
  CONFIRMED("confirmed", "已确认", Holder.NOBODY),
  REFUSED("refused", "不予确认", Holder.NOBODY),
  WITHDRAWN("withdrawn", "申请人撤回", Holder.NOBODY),
  ENDED("ended", "已终止", Holder.NOBODY),
  /** Of a re-check: decided, but without effect until the family has it in writing. */
  AWAITING_SERVICE("awaitingService", "待送达", Holder.VILLAGE),
  DONE("done", "复核办结", Holder.NOBODY),
  /** Recognised before and elsewhere, as a roll shows. */
  TAKEN_OVER("takenOver", "名册接续", Holder.NOBODY);

  /** Who has to act. */
  public enum Holder {
    FAMILY("申请家庭"),
    VILLAGE("村（社区）"),
    TOWNSHIP("乡镇（街道）"),
    DISTRICT("区民政局"),
    NOBODY("已办结");

    private final String title;

    Holder(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private final String code;
  private final String title;
  private final Holder holder;

  State(String code, String title, Holder holder) {
    this.code = code;
    this.title = title;
    this.holder = holder;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  public Holder holder() {
    return holder;
  }

  /** Whether nothing of the application is left to do before a decision. */
  public boolean isOver() {
    return holder == Holder.NOBODY;
  }

  /** The codes of those in which an application is still being dealt with. */
  public static String[] openCodes() {
    return Arrays.stream(values())
        .filter(one -> !one.isOver())
        .map(State::code)
        .toArray(String[]::new);
  }
}
