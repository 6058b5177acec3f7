package org.yimen.demo.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.RowTruth.Subject;

/** One township's 低保 roll: title, who filled it in, header, rows, total, signatures. */
final class DibaoRoll {
  enum Layout {
    /** A row a household, for its head. */
    HEADS(15),
    /** A row a member; the household's cells are merged. */
    EVERY_MEMBER(13),
    /** As the ministry's system exports it. */
    SYSTEM(15);

    private final int columns;

    Layout(int columns) {
      this.columns = columns;
    }
  }

  private static final double TWICE = .02;

  private final SheetRows rows;
  private final Layout layout;
  private final Blemishes spoil;
  private final Dice dice;
  private int serial;

  DibaoRoll(SheetRows rows, Layout layout, Blemishes spoil, Dice dice) {
    this.rows = rows;
    this.layout = layout;
    this.spoil = spoil;
    this.dice = dice;
  }

  void write(String town, List<Household> listed) {
    String kind = town.endsWith("街道") ? "城市" : "农村";
    rows.title("达坂城区" + town + kind + "最低生活保障对象花名册", layout.columns);
    rows.title("填报单位：" + town + "人民政府（盖章）    填表日期：2025年7月10日    单位：人、元", layout.columns);
    header();
    for (Household home : listed) {
      household(home);
      if (dice.chance(TWICE)) {
        household(home);
      }
    }
    int people = listed.stream().mapToInt(Household::size).sum();
    int sum = listed.stream().mapToInt(Household::dibaoPayment).sum();
    rows.plain("合计", null, listed.size() + "户", null, people, null, null, null, sum);
    rows.plain("审核人：          填表人：          联系电话：");
  }

  private void header() {
    switch (layout) {
      case HEADS ->
          rows.plain(
              "序号",
              "村（社区）",
              "户主姓名",
              "身份证号码",
              "家庭人口",
              "保障人数",
              "低保类别",
              "致贫原因",
              "月保障金额（元）",
              "起始保障年月",
              "开户银行",
              "银行账号",
              "联系电话",
              "低保证号",
              "备注");
      case EVERY_MEMBER ->
          rows.plain(
              "编号", "所属村", "姓名", "性别", "民族", "与户主关系", "公民身份号码", "出生年月", "健康状况", "是否享受", "户月补助",
              "账号", "手机号");
      case SYSTEM ->
          rows.plain(
              "序号", "行政区划名称", "户主姓名", "户主身份证", "申请类别", "家庭户口性质", "家庭类别", "低保户类型", "家庭人数", "享受人数",
              "救助开始日期", "救助金额", "开户人", "银行帐号", "救助证编号");
    }
  }

  private void household(Household home) {
    serial++;
    switch (layout) {
      case HEADS -> headRow(home);
      case EVERY_MEMBER -> memberRows(home);
      case SYSTEM -> systemRow(home);
    }
  }

  private void headRow(Household home) {
    Person head = home.head();
    rows.of(
        Subject.head(home),
        serial,
        home.place().village(),
        spoil.headName(head.name()),
        spoil.number(head, home),
        home.size(),
        home.size(),
        dice.oneOf("A类", "B类", "C类"),
        dice.oneOf("疾病", "残疾", "缺乏劳动力", "灾害", "因学", "其他"),
        home.dibaoPayment(),
        spoil.date(start()),
        "农村信用社",
        home.account(),
        head.phone(),
        "新低保字" + String.format("%06d", home.id()));
  }

  private void memberRows(Household home) {
    int first = rows.row() + 1;
    for (Person person : home.members()) {
      memberRow(home, person);
    }
    if (home.size() > 1) {
      for (int column : new int[] {0, 1, 10, 11}) {
        rows.merge(first, column, rows.row(), column);
      }
    }
  }

  private void memberRow(Household home, Person person) {
    boolean head = person.isHead();
    rows.of(
        Subject.person(person, home),
        head ? serial : null,
        head ? home.place().village() : null,
        spoil.name(person.name()),
        Words.sex(person),
        person.group() + (home.place().town().endsWith("街道") ? "族" : ""),
        Words.relation(person, "户主", "妻", "儿子", "女儿", "孙子", "孙女", "父亲", "母亲"),
        spoil.number(person, home),
        spoil.date(person.birth()),
        health(person),
        "是",
        head ? home.dibaoPayment() : null,
        head ? home.account() : null,
        dice.chance(.65) ? person.phone() : null);
  }

  private void systemRow(Household home) {
    Person head = home.head();
    rows.of(
        Subject.head(home),
        serial,
        "达坂城区" + home.place().town() + home.place().village(),
        spoil.headName(head.name()),
        spoil.number(head, home),
        "最低生活保障",
        home.place().rural() ? "农业" : "非农业",
        dice.oneOf("一般家庭", "一般家庭", "老年人家庭", "残疾人家庭"),
        dice.oneOf("全额", "差额"),
        home.size(),
        home.size(),
        spoil.date(start()),
        home.dibaoPayment(),
        head.name().text(),
        home.account(),
        "JZ" + String.format("%08d", home.id()));
  }

  private java.time.LocalDate start() {
    return java.time.LocalDate.of(dice.between(2016, 2025), dice.between(1, 7), 1);
  }

  private @Nullable String health(Person person) {
    if (person.health().certified()) {
      return "残疾";
    }
    return dice.oneOf("健康", "健康", "一般", "差");
  }
}
