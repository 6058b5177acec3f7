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
   * Beijing time, which all statutory time limits are counted in, in Xinjiang too. Only the demo
   * may be told to be days ahead of it.
   */
  @Bean
  @ConditionalOnMissingBean
  Clock clock(Environment settings) {
    String file = settings.getProperty("yimen.clock-file", "");
    return file.isEmpty() || !settings.matchesProfiles("demo")
        ? Clock.system(BEIJING)
        : new DaysAhead(Path.of(file), BEIJING);
  }
}
