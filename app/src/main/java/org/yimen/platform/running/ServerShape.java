package org.yimen.platform.running;

import org.apache.catalina.core.StandardHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the server and the scheduler tell of failures. */
@Configuration(proxyBeanMethods = false)
class ServerShape {

  private static final Logger LOG = LoggerFactory.getLogger(ServerShape.class);

  @Bean
  @ConditionalOnWebApplication
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ServerProblems.class.getName());
              }
            });
  }

  /** A job that meets an outage is silent: it comes round again. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer silentWhileAway(OutageLog outages) {
    return scheduler ->
        scheduler.setErrorHandler(
            failure ->
                Outage.of(failure)
                    .ifPresentOrElse(
                        outage -> outages.met(outage, failure),
                        () -> LOG.error("a scheduled job failed", failure)));
  }
}
