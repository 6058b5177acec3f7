package org.yimen.policy.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A household's facts as established, or as far as registers tell them. Made with {@link
 * HouseholdBuilder}.
 *
 * @param paymentClass null where not put into a class
 * @param property what belongs to the family; a member's own stands with the member
 * @param propertyComplete false: there may be more (savings stand in no register)
 * @param housingGrade null where not stated
 * @param water null where not stated
 * @param risksKnown false: there may be risks that nobody has named
 */
public record Household(
    Residence residence,
    boolean formerlyPoor,
    boolean farmer,
    @Nullable PaymentClass paymentClass,
    List<Member> members,
    List<Asset> property,
    boolean propertyComplete,
    @Nullable HousingGrade housingGrade,
    @Nullable Water water,
    boolean dropout,
    int uninsuredMembers,
    Set<Risk> risks,
    boolean risksKnown,
    boolean nobodyAbleToWork,
    Told told) {

  public Household {
    members = List.copyOf(members);
    property = List.copyOf(property);
    risks = Set.copyOf(risks);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a household without members");
    }
  }

  /** A household of whom nothing else is known; rural households are farmers unless said. */
  public static HouseholdBuilder of(Residence residence, List<Member> members) {
    return new HouseholdBuilder(residence, members);
  }

  /** Which standard holds. */
  public enum Residence implements Coded {
    URBAN("urban", "城市"),
    RURAL("rural", "农村");

    private final String code;
    private final String title;

    Residence(String code, String title) {
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

  /** Class of payment where payment goes by classes. */
  public enum PaymentClass implements Coded {
    A("A", "A类"),
    B("B", "B类"),
    C("C", "C类");

    private final String code;
    private final String title;

    PaymentClass(String code, String title) {
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

  /** Safety of the home. */
  public enum HousingGrade implements Coded {
    A("A", "A级"),
    B("B", "B级"),
    C("C", "C级"),
    D("D", "D级");

    private final String code;
    private final String title;

    HousingGrade(String code, String title) {
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

  /** Risks of falling back into poverty. */
  public enum Risk implements Coded {
    ILLNESS("illness", "因病"),
    DISABILITY("disability", "因残"),
    SCHOOLING("schooling", "因学"),
    DISASTER("disaster", "因灾"),
    ACCIDENT("accident", "因意外事故"),
    UNEMPLOYMENT("unemployment", "就业不稳"),
    HOUSING("housing", "住房安全"),
    WATER("water", "饮水安全"),
    LABOUR_SHORTAGE("labourShortage", "缺劳动力");

    private final String code;
    private final String title;

    Risk(String code, String title) {
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
