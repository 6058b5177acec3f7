package org.yimen.bench.deciding;

import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.io.ResourceFactory;
import org.kie.internal.utils.KieHelper;

/** The peer Drools: {@code dibao.drl}, compiled to its executable model. */
final class DroolsEngine {
  private static final int BATCH = 1000;

  private final List<PeerHousehold> households;
  private final List<List<Object>> facts;
  private final KieBase base;

  DroolsEngine(List<PeerHousehold> households) {
    this.households = households;
    this.facts = households.stream().map(PeerHousehold::facts).toList();
    Resource rules = ResourceFactory.newClassPathResource("dibao.drl", DroolsEngine.class);
    this.base =
        new KieHelper().addResource(rules, ResourceType.DRL).build(ExecutableModelProject.class);
  }

  /** A session without memory for each household, as for one who applies. */
  void oneByOne() {
    households.forEach(PeerHousehold::forget);
    StatelessKieSession session = base.newStatelessKieSession();
    for (List<Object> household : facts) {
      session.execute(household);
    }
  }

  /** A thousand households a session. */
  void inBatches() {
    households.forEach(PeerHousehold::forget);
    for (int from = 0; from < facts.size(); from += BATCH) {
      KieSession session = base.newKieSession();
      for (List<Object> household : facts.subList(from, Math.min(facts.size(), from + BATCH))) {
        household.forEach(session::insert);
      }
      session.fireAllRules();
      session.dispose();
    }
  }

  boolean entitled(int household) {
    return households.get(household).entitled();
  }
}
