package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/** One item of a list in the case: an income, a cost, an expense, an asset, an obligor. */
final class ItemFrame extends Frame {
  private final String list;
  private final int index;
  private final Object subject;
  private final boolean confirmed;
  private @Nullable List<Part> disabilities;
  private @Nullable String path;

  /**
   * @param list the list's name in the case
   * @param confirmed false for a register's hit that is only a question
   */
  ItemFrame(Scope scope, Frame wider, Place place, Object subject, boolean confirmed) {
    super(scope, wider, 0);
    this.list = place.list;
    this.index = place.index;
    this.subject = subject;
    this.confirmed = confirmed;
  }

  /** Where an item stands in its list. */
  record Place(String list, int index) {}

  static List<Part> all(Scope scope, Frame wider, String list, List<?> subjects) {
    List<Part> parts = new ArrayList<>(subjects.size());
    for (int i = 0; i < subjects.size(); i++) {
      parts.add(
          new Part(
              new ItemFrame(scope, wider, new Place(list, i), subjects.get(i), true), Finding.MET));
    }
    return parts;
  }

  <T> T subject(Class<T> type) {
    return type.cast(subject);
  }

  @Override
  public String path() {
    String known = path;
    if (known == null) {
      known = wider().path() + "." + list + "[" + index + "]";
      path = known;
    }
    return known;
  }

  @Override
  public LocalDate date() {
    return wider().date();
  }

  @Override
  public @Nullable Value parameter(Parameter parameter) {
    return wider().parameter(parameter);
  }

  @Override
  public List<Part> parts(Collection collection) {
    if (collection != Collection.DISABILITIES) {
      return wider().parts(collection);
    }
    List<Part> known = disabilities;
    if (known == null) {
      List<Disability> listed = subject(Obligor.class).disabilities();
      known = all(Scope.DISABILITY, this, "disability", listed);
      disabilities = known;
    }
    return known;
  }

  @Override
  public @Nullable String gap(Collection collection) {
    return collection == Collection.DISABILITIES ? null : wider().gap(collection);
  }

  @Override
  public void seen(Interval value, Trail trail) {
    trail.saw(confirmed ? path() : "review:" + path());
    if (!confirmed || !value.isExact()) {
      trail.missed(path());
    }
  }
}
