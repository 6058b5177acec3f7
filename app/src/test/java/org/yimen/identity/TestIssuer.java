package org.yimen.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small issuer of identities (OpenID Connect) on this machine that does what one has to: a code
 * is good once, for the client that asked, with the verifier of its challenge. What it says of
 * somebody can be made wrong in one thing.
 */
final class TestIssuer {

  static final String CLIENT = "yimen";
  static final String SECRET = "the issuer's own secret of this client";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String KEY = "key-1";

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey foreign;
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();

  /** How the next token is made: its claims, and by whom it is signed. */
  enum Signed {
    BY_ISSUER,
    BY_SOMEBODY_ELSE,
    BY_NOBODY
  }

  private record Asked(
      Map<String, String> question, UnaryOperator<JWTClaimsSet.Builder> claims, Signed signed) {}

  TestIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID(KEY).generate();
      foreign = new RSAKeyGenerator(2048).keyID(KEY).generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | JOSEException e) {
      throw new AssertionError(e);
    }
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext(
        "/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /**
   * Somebody proves at the issuer's page who they are; the code that the browser comes back with.
   */
  String authorize(
      String address, UnaryOperator<JWTClaimsSet.Builder> claims, Signed signed, Instant now) {
    Map<String, String> question = parameters(URI.create(address).getRawQuery());
    if (!address.startsWith(address() + "/authorize?")
        || !"code".equals(question.get("response_type"))
        || !CLIENT.equals(question.get("client_id"))
        || !"openid".equals(question.get("scope"))
        || !"S256".equals(question.get("code_challenge_method"))
        || question.get("state").length() < 40
        || question.get("nonce").length() < 40) {
      throw new AssertionError("not a question to be answered: " + question);
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, new Asked(question, all -> claims.apply(usual(all, question, now)), signed));
    return code;
  }

  static String state(String address) {
    return parameters(URI.create(address).getRawQuery()).get("state");
  }

  private JWTClaimsSet.Builder usual(
      JWTClaimsSet.Builder claims, Map<String, String> question, Instant now) {
    return claims
        .issuer(address())
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
        .claim("nonce", question.get("nonce"));
  }

  private void describe(HttpExchange exchange) throws IOException {
    Map<String, Object> all = new HashMap<>();
    all.put("issuer", address());
    all.put("authorization_endpoint", address() + "/authorize");
    all.put("token_endpoint", address() + "/token");
    all.put("jwks_uri", address() + "/jwks");
    all.put("response_types_supported", new String[] {"code"});
    all.put("subject_types_supported", new String[] {"public"});
    all.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
    answer(exchange, 200, JSON.writeValueAsString(all));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> given =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Asked asked = codes.remove(given.getOrDefault("code", ""));
    if (asked == null || !isClient(exchange) || !fits(asked.question(), given)) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Map<String, Object> all = new HashMap<>();
    all.put("access_token", UUID.randomUUID().toString());
    all.put("token_type", "Bearer");
    all.put("id_token", signed(asked));
    answer(exchange, 200, JSON.writeValueAsString(all));
  }

  private static boolean fits(Map<String, String> question, Map<String, String> given) {
    return question.get("redirect_uri").equals(given.get("redirect_uri"))
        && question.get("code_challenge").equals(challenge(given.get("code_verifier")));
  }

  private static boolean isClient(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String shown =
        new String(
            Base64.getDecoder().decode(header.substring("Basic ".length())),
            StandardCharsets.UTF_8);
    return URLDecoder.decode(shown, StandardCharsets.UTF_8).equals(CLIENT + ":" + SECRET);
  }

  private String signed(Asked asked) {
    JWTClaimsSet claims = asked.claims().apply(new JWTClaimsSet.Builder()).build();
    if (asked.signed() == Signed.BY_NOBODY) {
      return new PlainJWT(claims).serialize();
    }
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(), claims);
    try {
      token.sign(new RSASSASigner(asked.signed() == Signed.BY_ISSUER ? key : foreign));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return token.serialize();
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> parameters(String form) {
    Map<String, String> all = new HashMap<>();
    for (String pair : form.split("&")) {
      String[] sides = pair.split("=", 2);
      all.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
