package org.yimen.demo.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Income;
import org.yimen.demo.district.Person;
import org.yimen.demo.district.Watch;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 05: the national system's export of watched and formerly poor households; header in row 3. */
final class WatchExport implements BureauFile {
  private static final String FILE = "05_农业农村_监测对象及脱贫户信息导出.xlsx";

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(.01, .06, .05, .22));
    try (Book book = out.book(FILE)) {
      SheetRows rows = book.sheet("基础信息");
      rows.plain("（自定义）监测对象信息");
      rows.plain("导出时间：2025-07-31");
      rows.plain((Object[]) WatchRow.HEADER);
      for (Household home : out.district().households()) {
        if (home.formerlyPoor() || home.standing().listedWatch() != Watch.NONE) {
          for (Person person : home.members()) {
            WatchRow row = new WatchRow(person, home, dice);
            rows.of(Subject.person(person, home), row.cells(spoil));
          }
        }
      }
    }
  }

  /** The 57 cells of one member's row in the national system's export. */
  private static final class WatchRow {
    static final String[] HEADER = {
      "省",
      "市",
      "县",
      "乡",
      "村",
      "户编号",
      "户联系电话",
      "人口编号",
      "姓名",
      "性别",
      "证件类型",
      "证件号码",
      "与户主关系",
      "民族",
      "政治面貌",
      "文化程度",
      "在校生状况",
      "健康状况",
      "劳动技能",
      "是否参加城乡居民基本医疗保险",
      "是否参加大病保险",
      "享受低保政策情况",
      "享受特困供养政策情况",
      "务工所在地",
      "务工时间（月）",
      "户类型",
      "监测对象类别",
      "致贫/返贫风险1",
      "致贫/返贫风险2",
      "致贫/返贫风险3",
      "致贫/返贫风险4",
      "致贫/返贫风险5",
      "识别监测时间",
      "风险是否已消除",
      "风险消除方式",
      "消除监测时间",
      "工资性收入",
      "财产性收入",
      "转移性收入",
      "生产经营性收入",
      "生产经营性支出",
      "纯收入（元）",
      "人均纯收入（元）",
      "合规自付支出",
      "是否危房户",
      "是否解决安全饮用水",
      "产业帮扶",
      "就业帮扶",
      "金融帮扶",
      "教育帮扶",
      "健康帮扶",
      "住房安全保障",
      "饮水安全保障",
      "综合保障",
      "整户无劳动能力兜底保障户",
      "信息采集人",
      "信息采集人联系电话"
    };

    private static final double COST_SHARE = .35;

    private final Person person;
    private final Household home;
    private final Dice dice;
    private final List<@Nullable Object> cells = new ArrayList<>(HEADER.length);

    WatchRow(Person person, Household home, Dice dice) {
      this.person = person;
      this.home = home;
      this.dice = dice;
    }

    @Nullable Object[] cells(Blemishes spoil) {
      who(spoil);
      person();
      watched();
      money();
      help();
      return cells.toArray();
    }

    private void add(@Nullable Object... more) {
      cells.addAll(Arrays.asList(more));
    }

    private void who(Blemishes spoil) {
      int place = home.members().indexOf(person) + 1;
      boolean byCertificate = person.health().certified() && dice.chance(.6);
      add("新疆维吾尔自治区", "乌鲁木齐市", "达坂城区", home.place().town(), home.place().village());
      add(home.number(), home.head().phone(), home.number() + String.format("%02d", place));
      add(spoil.name(person.name()), Words.sex(person));
      add(
          byCertificate ? "残疾人证" : "居民身份证",
          byCertificate ? spoil.certificate(person) : spoil.number(person, home));
      add(Words.relation(person, "户主", "配偶", "之子", "之女", "之孙子", "之孙女", "之父", "之母"));
    }

    private void person() {
      boolean works = person.work().earns() && dice.chance(.35);
      add(person.group() + "族", "群众");
      add(person.age() < 18 ? null : dice.oneOf("文盲或半文盲", "小学", "初中", "高中", "大专"));
      add(person.work().student(), health(), person.work().labour());
      add(Words.yes(!dice.chance(.012)), "是");
      add(home.standing().listed() == Category.DIBAO ? "农村低保" : "未享受");
      add(home.standing().listed() == Category.TEKUN ? "农村特困" : "未享受");
      add(works ? "新疆乌鲁木齐市" : null, works ? dice.between(3, 12) : null);
    }

    private String health() {
      if (person.health().serious() != null) {
        return "患有大病";
      }
      if (person.health().certified()) {
        return "残疾";
      }
      return person.health().chronic().isEmpty() ? "健康" : "长期慢性病";
    }

    private void watched() {
      Watch watch = home.standing().listedWatch();
      add(home.formerlyPoor() ? "脱贫户" : "一般农户");
      if (watch == Watch.NONE) {
        add(new @Nullable Object[10]);
        return;
      }
      List<String> risks = home.standing().risks();
      add(watch.label());
      for (int i = 0; i < 5; i++) {
        add(i < risks.size() ? risks.get(i) : null);
      }
      boolean removed = home.id() % 5 < 2;
      add(month(2024, 1, 12), Words.yes(removed));
      add(removed ? "帮扶消除" : null, removed ? month(2025, 1, 7) : null);
    }

    private String month(int year, int from, int to) {
      return year + String.format("%02d", dice.between(from, to));
    }

    /** Wages stand in every member's row as somebody's estimate of the household's. */
    private void money() {
      Income income = home.income();
      int costs = (int) (COST_SHARE * income.business());
      add((int) (income.wage() * (.85 + .25 * dice.unit())), income.property(), income.transfer());
      add(income.business() + costs, costs, income.total());
      add(Math.round(home.perHead() * 100) / 100.0, home.expenses().medical());
      add(Words.yes(home.dwelling().unsafe()), Words.yes(home.dwelling().waterIsSafe()));
    }

    private void help() {
      boolean listed =
          home.standing().listed() == Category.DIBAO || home.standing().listed() == Category.TEKUN;
      add(null, dice.chance(.15) ? dice.oneOf("外出务工补贴", "劳务输出") : null);
      add(null, null, null, null, null);
      add(listed ? home.standing().listed().label() : null, "否");
      add("录入员" + String.format("%02d", dice.between(1, 20)));
      add("100" + String.format("%08d", dice.between(0, 99_999_999)));
    }
  }
}
