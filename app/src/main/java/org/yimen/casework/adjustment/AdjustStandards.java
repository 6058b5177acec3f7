package org.yimen.casework.adjustment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.decision.MayDecide;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.platform.ProblemType;

/**
 * Raises what recognised families get where the values of the law in force are higher from a month
 * on, with what is owed for the months that have passed (社会救助暂行办法 第十条). Nobody types an amount or
 * chooses a family: whom the values touch gets what they say.
 */
@Component
class AdjustStandards {

  private static final int AT_A_TIME = 500;
  private static final int BACK = 24;

  private final ReadFamilies families;
  private final WriteAdjustments write;
  private final LawInForce inForce;
  private final MayDecide may;
  private final CaseClocks clocks;
  private final Access access;

  AdjustStandards(
      ReadFamilies families,
      WriteAdjustments write,
      LawInForce inForce,
      MayDecide may,
      CaseClocks clocks,
      Access access) {
    this.families = families;
    this.write = write;
    this.inForce = inForce;
    this.may = may;
    this.clocks = clocks;
    this.access = access;
  }

  record Found(List<Adjusted> ready, List<Adjusted.Held> held) {
    private void add(NewStandard.Found one) {
      if (one.adjusted() != null) {
        ready.add(one.adjusted());
      }
      if (one.held() != null) {
        held.add(one.held());
      }
    }
  }

  /** Months from which values in force are others than before, newest first, with what changes. */
  List<Payment.Month> months() {
    return Payment.months(inForce.law(), access.areaPrefix(), earliest(), next());
  }

  /** Whom the values of a month raise, and whom they touch but not by themselves. */
  Found look(LocalDate month) {
    refuseFar(month);
    return found(List.of(), standard(month), families.in(access.areaPrefix(), next()));
  }

  /** Raises all; done again it raises only those that are new. */
  @Transactional
  public Found all(LocalDate month) {
    refuseFar(month);
    may.check(access.areaPrefix());
    NewStandard standard = standard(month);
    List<Long> ids = families.lock(access.areaPrefix(), next());
    Found found = found(earlier(standard), standard, ids);
    if (found.ready().isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because(
          "没有要调整的在册家庭：按 %d 年 %d 月的标准，金额都没有变化，或者要先开展复核。"
              .formatted(month.getYear(), month.getMonthValue()));
    }
    write.all(
        found.ready(),
        new WriteAdjustments.Order(
            month, standard.known().number(), may.isDelegated(access.areaPrefix())));
    access.tell(
        Deed.CASE_STEP,
        "area:" + access.areaPrefix(),
        "落实 %s 起的标准 %d 户".formatted(month, found.ready().size()));
    return found;
  }

  private NewStandard standard(LocalDate month) {
    return new NewStandard(new KnownValues(inForce), month);
  }

  private List<NewStandard> earlier(NewStandard standard) {
    return months().stream()
        .map(Payment.Month::first)
        .filter(standard.month()::isAfter)
        .map(month -> new NewStandard(standard.known(), month))
        .toList();
  }

  private Found found(List<NewStandard> earlier, NewStandard standard, List<Long> ids) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    for (int from = 0; from < ids.size(); from += AT_A_TIME) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
      for (Family family : families.of(some, next())) {
        earlier.forEach(one -> refuseBefore(one, standard.month(), family));
        found.add(standard.of(family));
      }
    }
    return found;
  }

  /** Amounts of a later month would stand in the way of those that are owed for the earlier one. */
  private static void refuseBefore(NewStandard earlier, LocalDate month, Family family) {
    if (earlier.of(family).adjusted() != null) {
      throw ProblemType.INVALID_REQUEST.because(
          "请先落实 %s 起的标准，再落实 %s 起的，否则中间几个月会少发。".formatted(earlier.month(), month));
    }
  }

  private LocalDate next() {
    return clocks.today().withDayOfMonth(1).plusMonths(1);
  }

  private LocalDate earliest() {
    return next().minusMonths(BACK);
  }

  private void refuseFar(LocalDate month) {
    if (month.getDayOfMonth() != 1 || month.isBefore(earliest()) || month.isAfter(next())) {
      throw ProblemType.INVALID_REQUEST.because(
          "请选择 %s 到 %s 之间某月的第一天。更早的标准变化请对有关家庭开展复核。".formatted(earliest(), next()));
    }
  }
}
