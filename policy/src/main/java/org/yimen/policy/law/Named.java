package org.yimen.policy.law;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.text.BadFile;

/** Finds definitions by id and tells how many each scope has. */
public final class Named {
  private final List<Definition> all;
  private final Map<Scope, Map<String, Definition>> byId = new EnumMap<>(Scope.class);
  private final int[] slots = new int[Scope.values().length];

  Named(List<Definition> all) {
    this.all = all;
    for (Definition definition : all) {
      Scope scope = definition.scope();
      byId.computeIfAbsent(scope, none -> new HashMap<>()).put(definition.id(), definition);
      slots[scope.ordinal()]++;
    }
  }

  /**
   * The definition that the program itself asks for.
   *
   * @throws BadFile where the rules have none
   */
  public Definition get(Scope scope, String id) {
    Definition definition = byId.getOrDefault(scope, Map.of()).get(id);
    if (definition == null) {
      throw new BadFile("rules", 0, "规则中缺少“" + id + "”（" + scope.code() + "）。");
    }
    return definition;
  }

  /** How many definitions each scope has, by its ordinal. Not to be changed by the caller. */
  public int[] slots() {
    return slots;
  }

  /** Every definition of every scope. */
  public List<Definition> all() {
    return all;
  }
}
