package org.yimen.platform.production;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of the proxies that {@code
 * yimen.proxy} names by their addresses, separated by commas, and of nobody else.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnWebApplication
class TrustedProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final String addresses;

  TrustedProxy(@Value("${yimen.proxy:}") String addresses) {
    this.addresses = addresses;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (addresses.isBlank()) {
      return;
    }
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(
        Arrays.stream(addresses.split(","))
            .map(address -> Pattern.quote(address.strip()))
            .collect(Collectors.joining("|")));
    valve.setProtocolHeader("X-Forwarded-Proto");
    factory.addEngineValves(valve);
  }
}
