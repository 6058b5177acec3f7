package org.yimen.policy.law;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.ParameterFile;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Reading;

/**
 * What is tried instead of the law in force.
 *
 * @param values by parameter's id; each holds everywhere and always
 * @param without ids of conditions taken as met
 */
public record Changes(Map<String, Value> values, Set<String> without) {

  /** Nothing. */
  public static final Changes NONE = new Changes(Map.of(), Set.of());

  /** What a trial says where it would name a document. */
  public static final String BASIS = "测算用值";

  public Changes {
    values = Map.copyOf(values);
    without = Set.copyOf(without);
  }

  /**
   * Values as somebody types them ({@code 850}, {@code true}, {@code 2025-01-01}).
   *
   * @throws org.yimen.policy.text.BadFile with a sentence for everything that is wrong
   */
  public static Changes of(Parameters parameters, Map<String, String> texts, Set<String> without) {
    Reading reading = new Reading("测算");
    ParameterFile file = new ParameterFile(reading, Parameters.Builder.of(parameters), null);
    Map<String, Value> values = new HashMap<>();
    texts.forEach(
        (id, text) -> {
          Parameter parameter = parameters.find(id);
          if (parameter == null || !parameter.id().equals(id)) {
            reading.problem(0, "没有名为“" + id + "”的参数，请重新选择。");
            return;
          }
          Doc doc = Docs.read("测算", text.getBytes(StandardCharsets.UTF_8));
          Object raw = file.raw(parameter, doc);
          if (raw != null) {
            values.put(id, Value.of(raw, null, null, "", BASIS));
          }
        });
    reading.refuseProblems();
    return new Changes(values, without);
  }
}
