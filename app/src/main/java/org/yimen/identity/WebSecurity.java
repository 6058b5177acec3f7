package org.yimen.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yimen.platform.ProblemType;
import org.yimen.platform.production.Production;
import tools.jackson.databind.json.JsonMapper;

/** Sessions, cross-site forgery, headers; who may use which route is said on each route. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity implements WebMvcConfigurer {

  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Access access;
  private final Clock clock;
  private final JsonMapper json;
  private final TellStrangers strangers;

  WebSecurity(Access access, Clock clock, JsonMapper json) {
    this.access = access;
    this.clock = clock;
    this.json = json;
    this.strangers = new TellStrangers(access, clock);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RouteGuard(access, clock));
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http, @Value("${server.servlet.session.cookie.name}") String cookie)
      throws Exception {
    return http.csrf(csrf -> csrf.spa().csrfTokenRepository(tokens(cookie)))
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(WebSecurity::headers)
        .authorizeHttpRequests(WebSecurity::routes)
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, e) -> {
                          strangers.tell(request, Access.NOT_SIGNED_IN.title());
                          answer(response, Access.NOT_SIGNED_IN, "请先登录。");
                        })
                    .accessDeniedHandler(
                        (request, response, e) -> {
                          strangers.tell(request, Access.NOT_ALLOWED.title());
                          answer(response, Access.NOT_ALLOWED, "没有权限，或页面已过期，请刷新后重试。");
                        }))
        .build();
  }

  /** The cookie of the token against forgery is of this host only where that of the session is. */
  private static CookieCsrfTokenRepository tokens(String sessionCookie) {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    if (sessionCookie.startsWith(Production.OF_THIS_HOST)) {
      tokens.setCookieName(Production.OF_THIS_HOST + "XSRF-TOKEN");
    }
    tokens.setCookieCustomizer(
        cookie -> {
          cookie.sameSite("Strict");
          if (sessionCookie.startsWith(Production.OF_THIS_HOST)) {
            cookie.secure(true).path("/");
          }
        });
    return tokens;
  }

  private static void routes(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          routes) {
    routes
        .requestMatchers(
            "/api/v1/session",
            "/api/v1/session/*",
            "/api/v1/about",
            "/api/v1/public/**",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/api/openfisca/**")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
        .access((who, asked) -> new AuthorizationDecision(SameMachine.asks(asked.getRequest())))
        .requestMatchers("/api/**")
        .authenticated()
        .requestMatchers("/actuator/**")
        .denyAll()
        .requestMatchers(HttpMethod.GET, "/**")
        .permitAll()
        .anyRequest()
        .denyAll();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), microphone=(), geolocation=(self)"))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        // pages and their parts say for how long they are kept: platform.Pages
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                PathPatternRequestMatcher.pathPattern("/api/**"),
                new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store")))
        .httpStrictTransportSecurity(
            hsts -> hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
  }

  private void answer(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    response.setStatus(type.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(type.detail(detail)).getBytes(StandardCharsets.UTF_8));
  }
}
