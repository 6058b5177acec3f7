package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.rule.Scope;

/** What the rows of a table are; each row lies in a row of the wider table. */
public enum Place {
  HOUSEHOLD(Scope.HOUSEHOLD, null, 11, 7),
  MEMBER(Scope.MEMBER, HOUSEHOLD, 8, 5),
  INCOME(Scope.INCOME, MEMBER, 2, 2),
  COST(Scope.COST, MEMBER, 2, 1),
  EXPENSE(Scope.EXPENSE, MEMBER, 1, 2),
  OBLIGOR(Scope.OBLIGOR, MEMBER, 2, 7),
  MEMBER_DISABILITY(Scope.DISABILITY, MEMBER, 1, 1),
  OBLIGOR_DISABILITY(Scope.DISABILITY, OBLIGOR, 1, 1),
  OWN_ASSET(Scope.ASSET, MEMBER, 5, 2),
  SHARED_ASSET(Scope.ASSET, HOUSEHOLD, 5, 2);

  private final Scope scope;
  private final @Nullable Place wider;
  private final int codes;
  private final int numbers;

  Place(Scope scope, @Nullable Place wider, int codes, int numbers) {
    this.scope = scope;
    this.wider = wider;
    this.codes = codes;
    this.numbers = numbers;
  }

  public @Nullable Place wider() {
    return wider;
  }

  public Scope scope() {
    return scope;
  }

  public int codes() {
    return codes;
  }

  public int numbers() {
    return numbers;
  }

  /** This place or the one around it that holds things of that scope. */
  public Place at(Scope wanted) {
    Place place = this;
    while (place.scope != wanted) {
      Place around = place.wider;
      if (around == null) {
        throw new IllegalStateException("no " + wanted + " around " + this);
      }
      place = around;
    }
    return place;
  }

  private boolean lies(Place in) {
    for (Place place = this; place != null; place = place.wider) {
      if (place == in) {
        return true;
      }
    }
    return false;
  }

  /**
   * The narrower of two places of which one lies in the other; null: a constant, found anywhere.
   */
  public static @Nullable Place narrower(@Nullable Place a, @Nullable Place b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    if (a.lies(b)) {
      return a;
    }
    if (b.lies(a)) {
      return b;
    }
    throw new IllegalStateException(a + " and " + b + " lie side by side");
  }
}
