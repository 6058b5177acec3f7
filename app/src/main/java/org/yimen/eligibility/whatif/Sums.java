package org.yimen.eligibility.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Adds households up by village and by what happens to them. */
final class Sums {

  private static final String PARAMETER = "parameters.";

  /** Of what is added up; area is empty where the household's is not known. */
  record Key(
      String area,
      String kind,
      String before,
      String after,
      String watchBefore,
      String watchAfter) {

    private static Key of(Move move) {
      return new Key(
          move.area() == null ? "" : move.area(),
          move.kind().code(),
          move.before().category().code(),
          move.after().category().code(),
          move.watchBefore().code(),
          move.watchAfter().code());
    }
  }

  /**
   * Households, persons, households close to a line, those whose pay can't be reckoned, and pay of
   * all others in fen a month.
   */
  record Sum(int households, int persons, int close, int open, long payBefore, long payAfter) {

    private static Sum of(Move move) {
      int close = move.close() ? 1 : 0;
      return move.isOpen()
          ? new Sum(1, move.members(), close, 1, 0, 0)
          : new Sum(1, move.members(), close, 0, move.payBefore(), move.payAfter());
    }

    private Sum plus(Sum other) {
      return new Sum(
          households + other.households,
          persons + other.persons,
          close + other.close,
          open + other.open,
          payBefore + other.payBefore,
          payAfter + other.payAfter);
    }
  }

  private final Map<Key, Sum> sums = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();
  private int households;
  private int persons;

  void add(Move move) {
    sums.merge(Key.of(move), Sum.of(move), Sum::plus);
    if (move.isOpen()) {
      Stream.of(move.before(), move.after())
          .flatMap(outcome -> outcome.missing().stream())
          .filter(lacking -> lacking.startsWith(PARAMETER))
          .forEach(lacking -> missing.add(lacking.substring(PARAMETER.length())));
    }
    households++;
    persons += move.members();
  }

  void each(BiConsumer<Key, Sum> taker) {
    sums.forEach(taker);
  }

  /** Ids of the parameters without a value that open amounts lack. */
  Set<String> missing() {
    return missing;
  }

  int households() {
    return households;
  }

  int persons() {
    return persons;
  }
}
