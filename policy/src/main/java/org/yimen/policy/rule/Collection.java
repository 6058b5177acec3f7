package org.yimen.policy.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be added up, counted or searched, by its name in expressions. */
public enum Collection {
  MEMBERS("成员", Scope.MEMBER, Set.of(Scope.HOUSEHOLD)),
  INCOME("收入项", Scope.INCOME, Set.of(Scope.MEMBER)),
  COSTS("费用项", Scope.COST, Set.of(Scope.MEMBER)),
  EXPENSES("支出项", Scope.EXPENSE, Set.of(Scope.MEMBER)),
  OBLIGORS("义务人", Scope.OBLIGOR, Set.of(Scope.MEMBER)),
  DISABILITIES("残疾", Scope.DISABILITY, Set.of(Scope.MEMBER, Scope.OBLIGOR)),
  FAMILY_PROPERTY("家庭财产", Scope.ASSET, Set.of(Scope.HOUSEHOLD)),
  OWN_PROPERTY("本人财产", Scope.ASSET, Set.of(Scope.MEMBER)),
  SHARED_PROPERTY("共有财产", Scope.ASSET, Set.of(Scope.HOUSEHOLD, Scope.MEMBER));

  private final String title;
  private final Scope element;
  private final Set<Scope> in;

  Collection(String title, Scope element, Set<Scope> in) {
    this.title = title;
    this.element = element;
    this.in = in;
  }

  public Scope element() {
    return element;
  }

  boolean isIn(Scope scope) {
    return in.contains(scope);
  }

  static @Nullable Collection find(String title) {
    for (Collection collection : values()) {
      if (collection.title.equals(title)) {
        return collection;
      }
    }
    return null;
  }
}
