package org.yimen.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Whether a request comes from a program on this machine itself, not from a proxy or a page. */
final class SameMachine {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> OF_PROXIES =
      List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via", "Origin");

  private SameMachine() {}

  static boolean asks(HttpServletRequest request) {
    return LOOPBACK.contains(request.getRemoteAddr())
        && NAMES.contains(request.getServerName())
        && OF_PROXIES.stream().noneMatch(name -> request.getHeader(name) != null);
  }
}
