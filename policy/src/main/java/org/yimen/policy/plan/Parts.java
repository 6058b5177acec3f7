package org.yimen.policy.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yimen.policy.columns.Place;
import org.yimen.policy.rule.Collection;

/** The tables in which collections stand. */
final class Parts {

  private Parts() {}

  /** Where the parts of a collection stand, seen from a place. */
  static Map<Place, Place> of(Collection collection, Place at) {
    Map<Place, Place> parts = new LinkedHashMap<>();
    switch (collection) {
      case MEMBERS -> parts.put(Place.MEMBER, Place.HOUSEHOLD);
      case INCOME -> parts.put(Place.INCOME, Place.MEMBER);
      case COSTS -> parts.put(Place.COST, Place.MEMBER);
      case EXPENSES -> parts.put(Place.EXPENSE, Place.MEMBER);
      case OBLIGORS -> parts.put(Place.OBLIGOR, Place.MEMBER);
      case DISABILITIES -> {
        boolean obligor = at == Place.OBLIGOR;
        Place place = obligor ? Place.OBLIGOR_DISABILITY : Place.MEMBER_DISABILITY;
        parts.put(place, obligor ? Place.OBLIGOR : Place.MEMBER);
      }
      case OWN_PROPERTY -> parts.put(Place.OWN_ASSET, Place.MEMBER);
      case SHARED_PROPERTY -> parts.put(Place.SHARED_ASSET, Place.HOUSEHOLD);
      case FAMILY_PROPERTY -> {
        parts.put(Place.SHARED_ASSET, Place.HOUSEHOLD);
        parts.put(Place.OWN_ASSET, Place.HOUSEHOLD);
      }
    }
    return parts;
  }
}
