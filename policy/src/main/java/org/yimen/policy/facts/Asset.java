package org.yimen.policy.facts;

import org.jspecify.annotations.Nullable;

/**
 * A thing the family owns.
 *
 * @param value fen; decides only for financial kinds
 * @param vehicle null unless a vehicle
 * @param soleLivelihood a vehicle that is the family's only means of living
 * @param business null unless a business
 * @param confirmed false for a register's hit that nobody has looked at: a question for review, so
 *     the condition becomes unknown and never not met (民发〔2022〕83号)
 */
public record Asset(
    Kind kind,
    Range value,
    @Nullable Vehicle vehicle,
    boolean soleLivelihood,
    @Nullable Business business,
    boolean confirmed) {

  public static Asset financial(Kind kind, Range value) {
    return new Asset(kind, value, null, false, null, true);
  }

  public static Asset vehicle(Vehicle type, boolean soleLivelihood) {
    return new Asset(Kind.VEHICLE, Range.ANY, type, soleLivelihood, null, true);
  }

  public static Asset home() {
    return new Asset(Kind.HOME, Range.ANY, null, false, null, true);
  }

  public static Asset nonResidential() {
    return new Asset(Kind.NON_RESIDENTIAL, Range.ANY, null, false, null, true);
  }

  public static Asset business(Business business) {
    return new Asset(Kind.BUSINESS, Range.ANY, null, false, business, true);
  }

  /** The same as a register's hit that nobody has looked at. */
  public Asset unconfirmed() {
    return new Asset(kind, value, vehicle, soleLivelihood, business, false);
  }

  /** A registered business; capital in fen. */
  public record Business(int employees, boolean familyRun, Range capital) {}

  /** Kinds of property. */
  public enum Kind implements Coded {
    DEPOSIT("deposit", "存款"),
    SECURITIES("securities", "有价证券"),
    FUND("fund", "基金"),
    INSURANCE("insurance", "商业保险"),
    CLAIM("claim", "债权"),
    VEHICLE("vehicle", "机动车"),
    HOME("home", "住房"),
    NON_RESIDENTIAL("nonResidential", "非居住用房"),
    BUSINESS("business", "经营主体");

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

  /** Kinds of vehicle. */
  public enum Vehicle implements Coded {
    CAR("car", "小汽车"),
    TRUCK("truck", "货车"),
    MOTORCYCLE("motorcycle", "摩托车"),
    E_BIKE("eBike", "电动自行车"),
    DISABILITY_VEHICLE("disabilityVehicle", "残疾人代步车"),
    FARM_TRICYCLE("farmTricycle", "农用三轮车");

    private final String code;
    private final String title;

    Vehicle(String code, String title) {
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
