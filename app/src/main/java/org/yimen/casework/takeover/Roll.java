package org.yimen.casework.takeover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;

/**
 * What the rolls say of one household on a day.
 *
 * @param head its name, living or not; empty where none is known
 * @param members the living ones, a living head first
 * @param lists of dibao, dibaoMargin and rigidExpense those on which the household is
 * @param allowanceFen monthly, of the roll of dibao
 * @param supported persons on the roll of tekun and what each gets a month
 * @param since the earliest day that a roll names
 * @param covered how many persons the roll of dibao covers; null where it doesn't say
 * @param applied an application of the family is being dealt with
 * @param elsewhere somebody of them is, or was this month, in a category with another household
 */
record Roll(
    long household,
    @Nullable String area,
    String head,
    List<Person> members,
    List<String> lists,
    long allowanceFen,
    Map<Long, Support> supported,
    @Nullable LocalDate since,
    @Nullable Integer covered,
    boolean applied,
    boolean elsewhere) {

  private static final Support NOTHING = new Support(0, 0);

  /**
   * A living member.
   *
   * @param left the roll of dibao says that this one is not covered
   */
  record Person(long id, String name, boolean left) {}

  /** Fen a month of a tekun person. */
  record Support(long basic, long care) {}

  /** What the household is in; a tekun person alone makes it one of tekun. */
  Category category() {
    return lists.isEmpty()
        ? Category.TEKUN
        : switch (lists.get(0)) {
          case "dibao" -> Category.DIBAO;
          case "dibaoMargin" -> Category.DIBAO_MARGIN;
          default -> Category.RIGID_EXPENSE;
        };
  }

  /** Those who are in a category: whom the family's roll covers, else the tekun persons. */
  List<Person> people() {
    return members.stream().filter(this::isIn).toList();
  }

  /** In whose name the family stands. */
  String applicant() {
    return people().stream().map(Person::name).findFirst().orElse(head);
  }

  private boolean isIn(Person person) {
    boolean tekun = supported.containsKey(person.id());
    return lists.isEmpty() || tekun ? tekun : category() != Category.DIBAO || !person.left();
  }

  /** The category of one of them. */
  String categoryOf(Person person) {
    return supported.containsKey(person.id()) ? Category.TEKUN.code() : category().code();
  }

  Support supportOf(Person person) {
    return supported.getOrDefault(person.id(), NOTHING);
  }

  long monthlyFen() {
    long support =
        people().stream().map(this::supportOf).mapToLong(one -> one.basic() + one.care()).sum();
    return support + (category() == Category.DIBAO ? allowanceFen : 0);
  }

  /** Why it can't be taken over as it is; null where it can. */
  @Nullable String heldBecause(@Nullable LocalDate validUntil, LocalDate today) {
    if (area == null) {
      return "台账里没有这户所在的村（社区）";
    }
    if (lists.size() > 1) {
      return "同时在低保、低保边缘、刚性支出中的两个名册上，同一时间只能在一类";
    }
    if (people().isEmpty()) {
      return "名册上的人已去世、迁出，或者台账里没有享受的成员";
    }
    if (isWider()) {
      return "名册保障 %d 人，台账有 %d 人，不知道谁在保障范围内".formatted(covered, people().size());
    }
    if (elsewhere) {
      return "家庭成员中有人已在另一户享受救助，或者本月才退出";
    }
    return applied ? "有一份申请正在办理，办结后再接续" : wrongDay(validUntil, today);
  }

  /** The register has more people than the roll covers. */
  private boolean isWider() {
    return category() == Category.DIBAO && covered != null && covered < people().size();
  }

  private @Nullable String wrongDay(@Nullable LocalDate validUntil, LocalDate today) {
    if (since != null && since.isAfter(today)) {
      return "名册的起始日 %s 在今天以后".formatted(since);
    }
    if (category() == Category.RIGID_EXPENSE && since == null) {
      return "名册没有写认定日期，算不出有效期到哪天";
    }
    return validUntil != null && validUntil.isBefore(today)
        ? "认定的有效期已于 %s 届满，仍有困难的请登记新的申请".formatted(validUntil)
        : null;
  }

  /** What the first re-check should look at; empty where roll and register say the same. */
  String remark() {
    List<String> remarks = new ArrayList<>();
    if (category() == Category.DIBAO && covered != null && covered > people().size()) {
      remarks.add("名册保障 %d 人，台账只有 %d 人".formatted(covered, people().size()));
    }
    if (since == null) {
      remarks.add("名册没有写起始日，首次发放的月份按接续的月份记，复核分摊在今后十二个月");
    }
    if (category() != Category.DIBAO_MARGIN
        && category() != Category.RIGID_EXPENSE
        && monthlyFen() == 0) {
      remarks.add("名册没有写金额");
    }
    return String.join("；", remarks);
  }
}
