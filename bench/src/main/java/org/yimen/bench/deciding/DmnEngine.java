package org.yimen.bench.deciding;

import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/** The peer Kie DMN: {@code dibao.dmn}, a household at a time. */
final class DmnEngine {
  private final DMNRuntime runtime;
  private final DMNModel model;
  private final List<Map<String, Object>> households;
  private final boolean[] entitled;

  DmnEngine(List<PeerHousehold> households) {
    this.households = households.stream().map(PeerHousehold::context).toList();
    this.entitled = new boolean[households.size()];
    this.runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromClasspathResource("dibao.dmn", DmnEngine.class)
            .getOrElseThrow(IllegalStateException::new);
    this.model = runtime.getModels().get(0);
  }

  void decide() {
    for (int i = 0; i < entitled.length; i++) {
      DMNContext context = runtime.newContext();
      context.set("household", households.get(i));
      DMNResult result = runtime.evaluateAll(model, context);
      if (result.hasErrors()) {
        throw new IllegalStateException(result.getMessages().toString());
      }
      entitled[i] = Boolean.TRUE.equals(result.getContext().get("entitled"));
    }
  }

  boolean entitled(int household) {
    return entitled[household];
  }
}
