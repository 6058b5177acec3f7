package org.yimen.platform.production;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Nobody may move the time by which limits are counted and notices end. */
@Component
@Order(4)
class ClockSafety implements SafetyCheck {

  private final Environment settings;

  ClockSafety(Environment settings) {
    this.settings = settings;
  }

  @Override
  public List<String> findings() {
    return settings.getProperty("yimen.clock-file", "").isEmpty()
        ? List.of()
        : List.of("设置了可以拨动的时钟（yimen.clock-file，只供浏览器测试用）：请去掉这项设置和环境变量 YIMEN_CLOCK_FILE。");
  }
}
