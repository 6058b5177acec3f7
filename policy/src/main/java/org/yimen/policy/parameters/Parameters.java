package org.yimen.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.Reading;

/** All parameters with all their dated values. */
public final class Parameters {
  private static final int KEPT = 2000;

  private final List<Parameter> parameters;
  private final List<List<Value>> values;
  private final Map<String, Parameter> byId = new HashMap<>();
  private final Map<String, Parameter> byName = new HashMap<>();
  private final Map<Situation, @Nullable Value[]> kept = new ConcurrentHashMap<>();

  private final Set<String> areas = new HashSet<>();
  private final Map<Value, Integer> order;

  private record Situation(LocalDate date, String area) {}

  Parameters(List<Parameter> parameters, List<List<Value>> values, Map<Value, Integer> order) {
    this.parameters = List.copyOf(parameters);
    this.order = order;
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

  /** How many values were read before this one; those of a trial come last. */
  public int order(Value value) {
    return order.getOrDefault(value, Integer.MAX_VALUE);
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

  /** Where a value stands. */
  public record Spot(Reading file, int line) {}

  /** Gathers parameters and values while files are read. */
  public static final class Builder {
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<List<Value>> values = new ArrayList<>();
    private final Map<String, Parameter> names = new HashMap<>();
    private final Map<Value, Spot> spots = new IdentityHashMap<>();
    private final Map<Value, Integer> order = new IdentityHashMap<>();

    /** One that knows the parameters of a law, but none of their values. */
    public static Builder of(Parameters known) {
      Builder builder = new Builder();
      known.all().forEach(builder::add);
      return builder;
    }

    public @Nullable Parameter find(String idOrName) {
      return names.get(idOrName);
    }

    /** Where a value stands in the files, or null where none has it. */
    public @Nullable Spot spot(Value value) {
      return spots.get(value);
    }

    void read(Parameter parameter, Value value, Spot spot) {
      values(parameter).add(value);
      spots.put(value, spot);
      order.put(value, order.size());
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

    /** Ids of the limits known so far. */
    List<String> limits() {
      return parameters.stream()
          .filter(parameter -> parameter.type() == Parameter.Type.LIMIT)
          .map(Parameter::id)
          .toList();
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
      return new Parameters(parameters, new ArrayList<>(values), order);
    }
  }
}
