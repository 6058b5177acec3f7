package org.yimen.platform.search;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes what somebody typed to search by from the header {@code Yimen-Search} (percent-encoded
 * UTF-8) as the parameter {@code q} or {@code text}: addresses are kept by proxies, browsers and
 * logs, headers of ours are not (ASVS 5.0 14.2.1).
 */
@Component
@ConditionalOnWebApplication
class TypedSearch extends OncePerRequestFilter {

  static final String HEADER = "Yimen-Search";

  /** The parameters of lists that free text is looked for with. */
  static final List<String> PARAMETERS = List.of("q", "text");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String typed = request.getHeader(HEADER);
    boolean taken = typed != null && request.getMethod().equals("GET");
    chain.doFilter(taken ? new Typed(request, decoded(typed)) : request, response);
  }

  private static String decoded(String typed) {
    try {
      return URLDecoder.decode(typed, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return typed; // then this is what is looked for
    }
  }

  /** A request with the typed text among its parameters. */
  private static final class Typed extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;

    Typed(HttpServletRequest request, String typed) {
      super(request);
      Map<String, String[]> all = new HashMap<>(request.getParameterMap());
      PARAMETERS.forEach(name -> all.put(name, new String[] {typed}));
      this.parameters = Collections.unmodifiableMap(all);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : Arrays.copyOf(values, values.length);
    }
  }
}
