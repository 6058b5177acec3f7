package org.yimen.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.yimen.platform.testing.Desk;

/** Somebody at a desk with the app of the second factor on the phone beside it. */
final class StaffDesk {

  /** A password that both profiles take. */
  static final String OWN_PASSWORD = "Tianshan-17-kuai";

  private final Desk desk;
  private final Clock clock;
  private String secret = "";

  StaffDesk(int port, Clock clock) {
    this.desk = new Desk(port);
    this.clock = clock;
  }

  Desk desk() {
    return desk;
  }

  /** What the app shows now. */
  String code() {
    return code(clock.instant());
  }

  String code(Instant at) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), at, Locale.ROOT);
    } catch (java.security.InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything that a new account asks for; ends signed in. */
  StaffDesk firstSignIn(String username, String oneTime) {
    next(desk.signIn(username, oneTime), "password");
    next(post("password", Map.of("password", OWN_PASSWORD)), "enrol");
    enrol();
    return this;
  }

  /** Puts the second factor into the app and shows its first code. */
  void enrol() {
    Desk.Answer enrolment = desk.get("/api/v1/session/enrolment");
    secret = enrolment.json().get("secret").asString();
    next(post("enrolment", Map.of("code", code())), "done");
  }

  Desk.Answer giveCode(String code) {
    return post("code", Map.of("code", code));
  }

  Desk.Answer post(String step, Map<String, Object> body) {
    return desk.post("/api/v1/session/" + step, new HashMap<>(body));
  }

  static void next(Desk.Answer answer, String expected) {
    if (answer.status() != 200 || !answer.json().get("next").asString().equals(expected)) {
      throw new AssertionError(
          "expected %s, got %d %s".formatted(expected, answer.status(), answer.text()));
    }
  }
}
