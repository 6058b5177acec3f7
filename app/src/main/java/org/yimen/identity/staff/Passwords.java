package org.yimen.identity.staff;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;

/** Hashes, compares and makes passwords, and says which ones are good enough. */
@Component
public class Passwords {

  /** How long a password that was handed out is good. */
  static final Duration ONE_TIME = Duration.ofHours(72);

  /**
   * What is asked of a password: {@code dengbao3} as assessed for GB/T 22239-2019 8.1.4.1 a
   * (complex, changed regularly), {@code asvs} as in OWASP ASVS 5.0 V6.2 (long, no rules of
   * composition, no regular change). Both refuse what is easily guessed.
   */
  enum Profile {
    DENGBAO3(8, 3, Duration.ofDays(90)),
    ASVS(12, 1, null);

    private final int length;
    private final int kinds;
    private final @Nullable Duration longestUse;

    Profile(int length, int kinds, @Nullable Duration longestUse) {
      this.length = length;
      this.kinds = kinds;
      this.longestUse = longestUse;
    }
  }

  private static final int MOST_BYTES = 72;
  private static final int LEAST_STRENGTH = 2;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int SECRET_LENGTH = 16;
  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final SecureRandom random = new SecureRandom();
  private final KnownWords known = new KnownWords();
  private final Profile profile;

  Passwords(@Value("${yimen.password.profile:dengbao3}") String profile) {
    this.profile =
        Stream.of(Profile.values())
            .filter(one -> one.name().equalsIgnoreCase(profile))
            .findAny()
            .orElseThrow(
                () ->
                    new PlainFailure(
                        "没有名为 %s 的口令要求（yimen.password.profile）。可用 dengbao3 或 asvs。"
                            .formatted(profile)));
  }

  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** Costs the same whether it is right or wrong. */
  public boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }

  /** A secret to be told once: letters and digits that can't be mistaken for each other. */
  String make() {
    StringBuilder text = new StringBuilder();
    random.ints(SECRET_LENGTH, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
    return text.toString();
  }

  /** After how long a password has to be changed; empty for never. */
  public Optional<Duration> longestUse() {
    return Optional.ofNullable(profile.longestUse);
  }

  /** Why a password is not good enough, in Chinese; empty where it is. */
  public Optional<String> fault(String password, String username) {
    if (password.length() < profile.length) {
      return Optional.of("口令至少 %d 位。".formatted(profile.length));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("口令最多 %d 个字符，汉字每个按 3 个计。".formatted(MOST_BYTES));
    }
    if (kinds(password) < profile.kinds) {
      return Optional.of("口令须含大写字母、小写字母、数字、符号中的至少三种。");
    }
    List<String> own = Stream.concat(known.all().stream(), Stream.of(username)).toList();
    if (known.makeUp(password, username)
        || new Zxcvbn().measure(password, own).getScore() < LEAST_STRENGTH) {
      return Optional.of("这个口令太容易被猜到（常见口令、用户名、地名或键盘顺序）。请换一个。");
    }
    return Optional.empty();
  }

  private static long kinds(String password) {
    return Stream.<java.util.function.IntPredicate>of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            c -> !Character.isLetterOrDigit(c) || Character.isIdeographic(c))
        .filter(kind -> password.codePoints().anyMatch(kind))
        .count();
  }
}
