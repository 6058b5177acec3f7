package org.yimen.policy.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Household}; what is not said is absent as the case format understands it. */
public final class HouseholdBuilder {
  private final Household.Residence residence;
  private final List<Member> members;
  private boolean formerlyPoor;
  private boolean farmer;
  private Household.@Nullable PaymentClass paymentClass;
  private List<Asset> property = List.of();
  private boolean propertyComplete = true;
  private Household.@Nullable HousingGrade housingGrade;
  private @Nullable Water water;
  private boolean dropout;
  private int uninsuredMembers;
  private Set<Household.Risk> risks = Set.of();
  private boolean risksKnown = true;
  private boolean nobodyAbleToWork;
  private Told told = Told.NOTHING;

  HouseholdBuilder(Household.Residence residence, List<Member> members) {
    this.residence = residence;
    this.members = members;
    farmer = residence == Household.Residence.RURAL;
  }

  public HouseholdBuilder formerlyPoor(boolean value) {
    formerlyPoor = value;
    return this;
  }

  public HouseholdBuilder farmer(boolean value) {
    farmer = value;
    return this;
  }

  public HouseholdBuilder paymentClass(Household.@Nullable PaymentClass value) {
    paymentClass = value;
    return this;
  }

  public HouseholdBuilder property(List<Asset> items) {
    property = items;
    return this;
  }

  /** There may be more property, for instance savings. */
  public HouseholdBuilder propertyIncomplete() {
    propertyComplete = false;
    return this;
  }

  public HouseholdBuilder housingGrade(Household.@Nullable HousingGrade value) {
    housingGrade = value;
    return this;
  }

  public HouseholdBuilder water(@Nullable Water value) {
    water = value;
    return this;
  }

  public HouseholdBuilder dropout(boolean value) {
    dropout = value;
    return this;
  }

  public HouseholdBuilder uninsuredMembers(int value) {
    uninsuredMembers = value;
    return this;
  }

  public HouseholdBuilder risks(Set<Household.Risk> values) {
    risks = values;
    return this;
  }

  /** There may be risks that nobody has named. */
  public HouseholdBuilder risksUnknown() {
    risksKnown = false;
    return this;
  }

  public HouseholdBuilder nobodyAbleToWork(boolean value) {
    nobodyAbleToWork = value;
    return this;
  }

  public HouseholdBuilder told(Told value) {
    told = value;
    return this;
  }

  public Household build() {
    return new Household(
        residence,
        formerlyPoor,
        farmer,
        paymentClass,
        members,
        property,
        propertyComplete,
        housingGrade,
        water,
        dropout,
        uninsuredMembers,
        risks,
        risksKnown,
        nobodyAbleToWork,
        told);
  }
}
