package org.yimen.registry;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says facts as Chinese sentences, by the templates in {@code registry/facts.properties}. */
@Component
final class FactTexts {

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final SealedFacts sealed;
  private final Properties templates = new Properties();

  FactTexts(SealedFacts sealed) {
    this.sealed = sealed;
    try (var stream = FactTexts.class.getResourceAsStream("/registry/facts.properties")) {
      if (stream == null) {
        throw new IllegalStateException("registry/facts.properties is missing");
      }
      templates.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a fact says: kind, amount in fen or a count, code, detail, from and to (not included). */
  record Said(
      String kind,
      @Nullable Long amount,
      @Nullable String code,
      @Nullable String detail,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /** What a row of registry.fact says. */
  Said said(ResultSet row) throws SQLException {
    SealedFacts.Words words = sealed.of(row);
    return new Said(
        row.getString("kind"),
        row.getObject("amount", Long.class),
        words.code(),
        words.detail(),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  /** The kind's name, or the kind itself where nobody named it yet. */
  String name(String kind) {
    return templates.getProperty("name." + kind, kind);
  }

  String sentence(Said said) {
    String template = templates.getProperty("text." + said.kind() + "." + said.code());
    if (template == null) {
      template = templates.getProperty("text." + said.kind());
    }
    if (template == null) {
      template = name(said.kind()) + "[：{code}][ {detail}][，{from}]";
    }
    String chosen =
        OPTIONAL
            .matcher(template)
            .replaceAll(part -> Matcher.quoteReplacement(filledOrNothing(part.group(1), said)));
    return filled(chosen, said);
  }

  private String filledOrNothing(String part, Said said) {
    boolean complete =
        PLACE.matcher(part).results().allMatch(place -> value(place.group(1), said) != null);
    return complete ? filled(part, said) : "";
  }

  private String filled(String text, Said said) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = value(place.group(1), said);
              return Matcher.quoteReplacement(value == null ? "未填" : value);
            });
  }

  private @Nullable String value(String place, Said said) {
    return switch (place) {
      case "yuan" -> said.amount() == null ? null : yuan(said.amount());
      case "amount" -> said.amount() == null ? null : said.amount().toString();
      case "code" -> said.code() == null ? null : codes(said.kind(), said.code());
      case "detail" -> said.detail();
      case "from" -> said.from() == null ? null : said.from().toString();
      case "to" -> said.to() == null ? null : said.to().toString();
      default -> throw new IllegalArgumentException("unknown place " + place);
    };
  }

  private String codes(String kind, String code) {
    return Stream.of(code.split(":"))
        .map(part -> templates.getProperty("code." + kind + "." + part, part))
        .collect(Collectors.joining());
  }

  private static String yuan(long fen) {
    BigDecimal yuan = BigDecimal.valueOf(fen, 2);
    return fen % 100 == 0 ? yuan.setScale(0).toPlainString() : yuan.toPlainString();
  }
}
