package org.yimen.policy.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One income of a member. Whether it counts is said by the income table of each measure
 * (民发〔2021〕57号 第十三条, 民发〔2021〕43号 第六条).
 *
 * @param amount fen a month or a year; negative only for a business loss
 * @param yearly whether the amount is for a year, else for a month
 * @param from first day it was paid, null: always
 * @param to last day it was paid, null: still paid
 */
public record IncomeItem(
    Kind kind, Range amount, boolean yearly, @Nullable LocalDate from, @Nullable LocalDate to) {

  public static IncomeItem monthly(Kind kind, Range amount) {
    return new IncomeItem(kind, amount, false, null, null);
  }

  public static IncomeItem yearly(Kind kind, Range amount) {
    return new IncomeItem(kind, amount, true, null, null);
  }

  /** Kinds of income. */
  public enum Kind implements Coded {
    WAGE("wage", "工资"),
    BUSINESS("business", "经营净收入"),
    INTEREST("interest", "利息"),
    DIVIDEND("dividend", "红利"),
    RENT("rent", "租金"),
    LAND_TRANSFER("landTransfer", "土地流转收入"),
    PROPERTY_SALE("propertySale", "变卖财产所得"),
    SUPPORT_RECEIVED("supportReceived", "赡养抚养扶养费"),
    SURVIVOR_AID("survivorAid", "遗属补助"),
    COMPENSATION("compensation", "赔偿补偿"),
    GIFT("gift", "赠送"),
    GRAIN_SUBSIDY("grainSubsidy", "种粮补贴"),
    POST_SUBSIDY("postSubsidy", "公益岗位补贴"),
    PENSION("pension", "退休金养老金"),
    UNEMPLOYMENT("unemployment", "失业保险金"),
    BASIC_PENSION("basicPension", "基础养老金"),
    DIBAO("dibao", "低保金"),
    TEKUN_AID("tekunAid", "特困供养金"),
    OTHER_ASSISTANCE("otherAssistance", "其他社会救助"),
    PREFERENTIAL_PENSION("preferentialPension", "优待抚恤金"),
    FAMILY_PLANNING_AWARD("familyPlanningAward", "计划生育奖励扶助"),
    SCHOLARSHIP("scholarship", "奖学金助学金"),
    BRAVERY_AWARD("braveryAward", "见义勇为奖励"),
    ELDERLY_ALLOWANCE("elderlyAllowance", "高龄津贴"),
    DISABILITY_SUBSIDY("disabilitySubsidy", "残疾人两项补贴"),
    INSURANCE_CLAIM("insuranceClaim", "保险理赔"),
    OTHER("other", "其他收入");

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
}
