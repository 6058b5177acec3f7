package org.yimen.linkage;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives, as far as a row tells.
 *
 * @param village 12-digit code, empty where unknown
 * @param town 9-digit code, empty where unknown
 * @param door number of the house in the village, 0 where unknown
 */
record Place(String village, String town, int door) {
  private static final int TOWN_DIGITS = 9;
  private static final int VILLAGE_DIGITS = 12;

  static Place of(@Nullable String areaCode, @Nullable String address) {
    String code = areaCode == null ? "" : areaCode.strip();
    String village = code.length() == VILLAGE_DIGITS && !code.endsWith("000") ? code : "";
    String town = code.length() >= TOWN_DIGITS ? code.substring(0, TOWN_DIGITS) : "";
    return new Place(village, town, address == null ? 0 : door(address));
  }

  /** The last number in the address that is followed by 号, full-width digits included. */
  private static int door(String address) {
    int end = address.lastIndexOf('号');
    int number = 0;
    int scale = 1;
    for (int i = end - 1; i >= 0 && scale < 1_000_000; i--) {
      int digit = Character.digit(address.charAt(i), 10);
      if (digit < 0) {
        break;
      }
      number += digit * scale;
      scale *= 10;
    }
    return number;
  }
}
