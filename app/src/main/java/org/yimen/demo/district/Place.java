package org.yimen.demo.district;

/**
 * A village or neighbourhood of the district, with its 12-digit code and its share of households.
 */
public record Place(String code, String town, String village, boolean rural, double weight) {
  static final String COUNTY = "新疆乌鲁木齐市达坂城区";

  public String address(int door) {
    return COUNTY + town + village + door + "号";
  }
}
