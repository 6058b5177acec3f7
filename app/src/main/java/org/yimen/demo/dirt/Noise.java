package org.yimen.demo.dirt;

import java.util.List;

/**
 * How untidy one file is.
 *
 * @param missing share of rows without a number
 * @param number share of the other numbers that are damaged
 * @param name share of names that are damaged
 * @param variant share of Uyghur and Kazakh names in another transcription
 * @param dots what stands between the two parts of a name, the usual one first
 * @param dates the usual way to write a date
 * @param otherDates share of dates written in another way
 */
public record Noise(
    double missing,
    double number,
    double name,
    double variant,
    List<String> dots,
    DateStyle dates,
    double otherDates) {

  public static final Noise NONE = new Noise(0, 0, 0, 0, List.of("·"), DateStyle.DASH, 0);

  public static Noise of(double missing, double number, double name, double variant) {
    return new Noise(missing, number, name, variant, List.of("·"), DateStyle.DASH, .07);
  }

  public Noise dots(String... usual) {
    return new Noise(missing, number, name, variant, List.of(usual), dates, otherDates);
  }

  public Noise dates(DateStyle usual, double others) {
    return new Noise(missing, number, name, variant, dots, usual, others);
  }
}
