package org.yimen.bench.deciding;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.yimen.policy.Law;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.Docs;

/** The product's own rules of dibao without all others: the same question as the peers'. */
final class DibaoAlone {
  private static final String REST = "dibao-alone.yaml";
  private static final String TAKEN =
      ".*/(parameters.*|deadlines|calendar|members|income|support|property|dibao|payment)\\.yaml";

  private DibaoAlone() {}

  static Law law() throws IOException {
    List<RuleSource> sources = new ArrayList<>();
    for (RuleSource source : RuleSource.ofProduct()) {
      if (source.name().matches(TAKEN)) {
        sources.add(source);
      }
    }
    try (InputStream in = DibaoAlone.class.getResourceAsStream(REST)) {
      if (in == null) {
        throw new IOException("no " + REST);
      }
      byte[] bytes = in.readAllBytes();
      sources.add(new RuleSource(REST, bytes, Docs.read(REST, bytes), true));
    }
    return Law.of(sources);
  }
}
