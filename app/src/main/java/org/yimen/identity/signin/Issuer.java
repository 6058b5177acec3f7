package org.yimen.identity.signin;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the organisation's issuer who somebody is, by the authorization code flow with state, nonce
 * and PKCE (OpenID Connect Core 1.0 3.1, RFC 7636, RFC 9700). Nothing of it is asked for before the
 * first sign-in, so that the program starts without it.
 */
@Component
class Issuer {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<SignatureAlgorithm> SIGNATURES =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);
  private static final int RANDOM_BYTES = 32;

  private final IssuerSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final JdkClientHttpRequestFactory requests;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;

  Issuer(IssuerSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    requests.setReadTimeout(PATIENCE);
  }

  /** What the issuer tells of itself, and what checks its answers. */
  private record Known(
      ClientRegistration client, OidcAuthorizationCodeAuthenticationProvider check) {}

  /**
   * A question to be put to the issuer by the browser; to be kept until its answer comes.
   *
   * @throws RuntimeException where the issuer can't be reached or isn't who it should be
   */
  OAuth2AuthorizationRequest question() {
    ClientRegistration client = known().client();
    String nonce = chance();
    OAuth2AuthorizationRequest.Builder question =
        OAuth2AuthorizationRequest.authorizationCode()
            .clientId(client.getClientId())
            .authorizationUri(client.getProviderDetails().getAuthorizationUri())
            .redirectUri(client.getRedirectUri())
            .scopes(client.getScopes())
            .state(chance())
            .attributes(kept -> kept.put(OidcParameterNames.NONCE, nonce))
            .additionalParameters(Map.of(OidcParameterNames.NONCE, digest(nonce)));
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(question);
    return question.build();
  }

  /** Whom the issuer means; nothing where anything about its answer is not as it has to be. */
  Optional<String> subject(OAuth2AuthorizationRequest question, String code, String state) {
    OAuth2AuthorizationResponse answer =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(Objects.requireNonNull(question.getRedirectUri()))
            .state(state)
            .build();
    try {
      return Optional.ofNullable(
              known()
                  .check()
                  .authenticate(
                      new OAuth2LoginAuthenticationToken(
                          known().client(), new OAuth2AuthorizationExchange(question, answer))))
          .map(shown -> shown.getName());
    } catch (AuthenticationException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Who asks while somebody else does for the first time is not kept waiting behind them. */
  private Known known() {
    Known already = known;
    if (already != null) {
      return already;
    }
    if (!asking.tryLock()) {
      throw new IllegalStateException("the issuer is being asked about itself");
    }
    try {
      ClientRegistration client =
          ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
              .registrationId("issuer")
              .clientId(settings.client())
              .clientSecret(settings.secret())
              .redirectUri(settings.returnAddress())
              .scope("openid")
              .build();
      Known now = new Known(client, check(client));
      known = now;
      return now;
    } finally {
      asking.unlock();
    }
  }

  private OidcAuthorizationCodeAuthenticationProvider check(ClientRegistration client) {
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    // nothing but who it is gets taken over, so that no further question is put to the issuer
    var check =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokens, asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
    JwtDecoder decoder = decoder(client);
    check.setJwtDecoderFactory(one -> decoder);
    return check;
  }

  /** Checks signature, issuer, audience and times of what the issuer says of somebody. */
  private JwtDecoder decoder(ClientRegistration client) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(client.getProviderDetails().getJwkSetUri())
            .jwsAlgorithms(taken -> taken.addAll(SIGNATURES))
            .restOperations(new RestTemplate(requests))
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setClock(clock);
    OidcIdTokenValidator claims = new OidcIdTokenValidator(client);
    claims.setClock(clock);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
    return decoder;
  }

  private String chance() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String digest(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
