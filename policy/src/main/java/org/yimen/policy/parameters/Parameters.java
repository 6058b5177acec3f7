package org.yimen.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All parameters with all their dated values. */
public final class Parameters {
  private static final int KEPT = 2000;

  private final List<Parameter> parameters;
  private final List<List<Value>> values;
  private final Map<String, Parameter> byId = new HashMap<>();
  private final Map<String, Parameter> byName = new HashMap<>();
  private final Map<Situation, @Nullable Value[]> kept = new ConcurrentHashMap<>();

  private final Set<String> areas = new HashSet<>();

  private record Situation(LocalDate date, String area) {}

  Parameters(List<Parameter> parameters, List<List<Value>> values) {
    this.parameters = List.copyOf(parameters);
    this.values = values.stream().map(List::copyOf).toList();
    this.values.forEach(some -> some.forEach(value -> areas.add(value.area())));
    for (Parameter parameter : parameters) {
      byId.put(parameter.id(), parameter);
      byName.put(parameter.name(), parameter);
    }
  }

  public List<Parameter> all() {
    return parameters;
  }

  /** The parameter of that id or Chinese name, or null. */
  public @Nullable Parameter find(String idOrName) {
    Parameter parameter = byId.get(idOrName);
    return parameter == null ? byName.get(idOrName) : parameter;
  }

  /** Every dated value of a parameter, in the order read. */
  public List<Value> history(Parameter parameter) {
    return values.get(parameter.index());
  }

  /**
   * The smallest area that any value is for and that a place lies in; places with the same one have
   * the same law.
   */
  public String placeOf(@Nullable String area) {
    String place = area == null ? "" : area;
    while (!place.isEmpty() && !areas.contains(place)) {
      place = place.substring(0, place.length() - 1);
    }
    return place;
  }

  /**
   * The values that hold on a day at a place, by the parameters' index; null where none holds. Not
   * to be changed by the caller.
   */
  public @Nullable Value[] on(LocalDate date, @Nullable String area) {
    Situation situation = new Situation(date, placeOf(area));
    @Nullable Value[] found = kept.get(situation);
    if (found == null) {
      found = resolve(situation);
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(situation, found);
    }
    return found;
  }

  private @Nullable Value[] resolve(Situation situation) {
    @Nullable Value[] found = new Value[parameters.size()];
    for (int i = 0; i < found.length; i++) {
      for (Value value : values.get(i)) {
        Value best = found[i];
        if (value.holds(situation.date, situation.area) && (best == null || value.before(best))) {
          found[i] = value;
        }
      }
    }
    return found;
  }

  /** Gathers parameters and values while files are read. */
  public static final class Builder {
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<List<Value>> values = new ArrayList<>();
    private final Map<String, Parameter> names = new HashMap<>();

    public @Nullable Parameter find(String idOrName) {
      return names.get(idOrName);
    }

    /** Drops all values of a parameter but this one. */
    public void only(String id, Value value) {
      Parameter parameter = names.get(id);
      if (parameter != null) {
        List<Value> all = values(parameter);
        all.clear();
        all.add(value);
      }
    }

    int size() {
      return parameters.size();
    }

    void add(Parameter parameter) {
      parameters.add(parameter);
      values.add(new ArrayList<>());
      names.put(parameter.id(), parameter);
      names.put(parameter.name(), parameter);
    }

    List<Value> values(Parameter parameter) {
      return values.get(parameter.index());
    }

    public Parameters build() {
      return new Parameters(parameters, new ArrayList<>(values));
    }
  }
}
