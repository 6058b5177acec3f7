package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.FactPath;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/** One item of a list in the case: an income, a cost, an expense, an asset, an obligor. */
final class ItemFrame extends Frame {
  private final String list;
  private final int index;
  private final Object subject;

  /** False for a register's hit that is only a question. */
  private final boolean confirmed;

  private @Nullable List<Part> disabilities;
  private @Nullable FactPath review;

  /**
   * @param list the list's name in the case
   */
  private ItemFrame(Scope scope, Frame wider, String list, int index, Object subject) {
    super(scope, wider);
    this.list = list;
    this.index = index;
    this.subject = subject;
    this.confirmed = !(subject instanceof Asset asset) || asset.confirmed();
  }

  static List<Part> all(Scope scope, Frame wider, String list, List<?> subjects) {
    int count = subjects.size();
    if (count == 0) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ItemFrame item = new ItemFrame(scope, wider, list, i, subjects.get(i));
      parts.add(new Part(item, item.confirmed ? Finding.MET : Finding.UNKNOWN));
    }
    return parts;
  }

  <T> T subject(Class<T> type) {
    return type.cast(subject);
  }

  @Override
  protected String name() {
    return wider().path().text() + "." + list + "[" + index + "]";
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
  public @Nullable FactPath gap(Collection collection) {
    return collection == Collection.DISABILITIES ? null : wider().gap(collection);
  }

  @Override
  public void seen(Interval value, Trail trail) {
    trail.saw(confirmed ? path() : review());
    if (!confirmed || !value.isExact()) {
      trail.missed(path());
    }
  }

  private FactPath review() {
    FactPath known = review;
    if (known == null) {
      known = numbered("review:" + path().text());
      review = known;
    }
    return known;
  }
}
