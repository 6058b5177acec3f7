package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.FactPath;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/** A household on a day at a place, with what has been worked out of it so far. */
public final class HouseholdFrame extends Frame {
  private final Rulebook book;
  private final Household household;
  private final LocalDate date;
  private final @Nullable Value[] values;
  private final boolean[] used;
  private final List<MemberFrame> members = new ArrayList<>();
  private final Recognition recognition;
  private final Cascade cascade;
  private @Nullable List<Part> counted;
  private @Nullable List<Part> shared;
  private @Nullable List<Part> property;

  /**
   * @param values what holds that day at that place, by the parameters' index
   */
  public HouseholdFrame(
      Rulebook book, Household household, LocalDate date, @Nullable Value[] values) {
    super(Scope.HOUSEHOLD, book.named().slots());
    this.book = book;
    this.household = household;
    this.date = date;
    this.values = values;
    this.used = new boolean[values.length];
    for (int i = 0; i < household.members().size(); i++) {
      members.add(new MemberFrame(this, i));
    }
    this.recognition = new Recognition(this);
    this.cascade = new Cascade(this);
  }

  Rulebook book() {
    return book;
  }

  Household facts() {
    return household;
  }

  List<MemberFrame> members() {
    return members;
  }

  Recognition recognition() {
    return recognition;
  }

  Cascade cascade() {
    return cascade;
  }

  /** Which parameters were looked at so far, by their index. */
  boolean[] used() {
    return used;
  }

  @Override
  protected String name() {
    return "household";
  }

  @Override
  public LocalDate date() {
    return date;
  }

  @Override
  public @Nullable Value parameter(Parameter parameter) {
    used[parameter.index()] = true;
    return values[parameter.index()];
  }

  @Nullable Value value(int index) {
    return values[index];
  }

  @Override
  public List<Part> parts(Collection collection) {
    return switch (collection) {
      case MEMBERS -> countedMembers();
      case SHARED_PROPERTY -> sharedProperty();
      case FAMILY_PROPERTY -> familyProperty();
      default -> throw new IllegalStateException(collection + " of a household");
    };
  }

  private List<Part> countedMembers() {
    List<Part> known = counted;
    if (known == null) {
      known = new ArrayList<>(members.size());
      for (MemberFrame member : members) {
        known.add(new Part(member, recognition.weight(member.index())));
      }
      counted = known;
    }
    return known;
  }

  private List<Part> sharedProperty() {
    List<Part> known = shared;
    if (known == null) {
      known = MemberFrame.assets(this, household.property());
      shared = known;
    }
    return known;
  }

  private List<Part> familyProperty() {
    List<Part> known = property;
    if (known == null) {
      known = new ArrayList<>(sharedProperty());
      for (MemberFrame member : members) {
        List<Asset> own = member.facts().property();
        if (!own.isEmpty()) {
          Finding weight = recognition.weight(member.index());
          for (Part part : member.parts(Collection.OWN_PROPERTY)) {
            known.add(new Part(part.frame(), part.belongs().and(weight)));
          }
        }
      }
      property = known;
    }
    return known;
  }

  @Override
  public @Nullable FactPath gap(Collection collection) {
    boolean complete = collection == Collection.MEMBERS || household.propertyComplete();
    return complete ? null : path("property");
  }

  @Override
  public void seen(Interval value, Trail trail) {}
}
