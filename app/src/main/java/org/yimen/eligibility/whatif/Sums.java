package org.yimen.eligibility.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Adds households up by village and by what happens to them. */
final class Sums {

  /** Of what is added up; area is empty where the household's is not known. */
  record Key(String area, String kind, String before, String after) {}

  /** Households, persons, households close to a line, and pay in fen a month. */
  record Sum(int households, int persons, int close, long payBefore, long payAfter) {

    private static Sum of(Move move) {
      return new Sum(1, move.members(), move.close() ? 1 : 0, move.payBefore(), move.payAfter());
    }

    private Sum plus(Sum other) {
      return new Sum(
          households + other.households,
          persons + other.persons,
          close + other.close,
          payBefore + other.payBefore,
          payAfter + other.payAfter);
    }
  }

  private final Map<Key, Sum> sums = new LinkedHashMap<>();
  private int households;
  private int persons;

  void add(Move move) {
    String area = move.area() == null ? "" : move.area();
    Key key =
        new Key(
            area,
            move.kind().code(),
            move.before().category().code(),
            move.after().category().code());
    sums.merge(key, Sum.of(move), Sum::plus);
    households++;
    persons += move.members();
  }

  void each(BiConsumer<Key, Sum> taker) {
    sums.forEach(taker);
  }

  int households() {
    return households;
  }

  int persons() {
    return persons;
  }
}
