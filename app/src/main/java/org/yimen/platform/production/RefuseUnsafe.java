package org.yimen.platform.production;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;

/** Ends the start with everything that is unsafe at once, before the first request is taken. */
@Component
@ConditionalOnProperty(name = "yimen.mode", havingValue = Production.MODE)
class RefuseUnsafe implements SmartInitializingSingleton {

  private final ObjectProvider<SafetyCheck> checks;

  RefuseUnsafe(ObjectProvider<SafetyCheck> checks) {
    this.checks = checks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> findings =
        checks.orderedStream().flatMap(check -> check.findings().stream()).toList();
    if (!findings.isEmpty()) {
      throw new PlainFailure(
          "正式运行模式不启动：有 %d 项设置不安全。\n%s\n说明见 docs/guide/running.md。"
              .formatted(findings.size(), numbered(findings)));
    }
  }

  private static String numbered(List<String> findings) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < findings.size(); i++) {
      text.append("%s%3d. %s".formatted(i == 0 ? "" : "\n", i + 1, findings.get(i)));
    }
    return text.toString();
  }
}
