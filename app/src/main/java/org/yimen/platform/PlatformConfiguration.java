package org.yimen.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /**
   * Beijing time, which all statutory time limits are counted in, in Xinjiang too. Only the demo's
   * can be moved.
   */
  @Bean
  @ConditionalOnMissingBean
  Clock clock(Environment settings) {
    if (!settings.matchesProfiles("demo")) {
      return Clock.system(BEIJING);
    }
    String file = settings.getProperty("yimen.clock-file", "");
    return new DemoClock(file.isEmpty() ? null : Path.of(file), BEIJING);
  }
}
