package org.yimen.policy.law;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Names;
import org.yimen.policy.rule.Node;
import org.yimen.policy.rule.Numeric;
import org.yimen.policy.rule.Parser;
import org.yimen.policy.rule.RuleError;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Typed;

/**
 * A Chinese sentence with places for figures: {@code {left}} and {@code {right}} are the sides of
 * the deciding comparison, every other name one of the rules; {@code %} after it prints a share.
 */
public final class Sentence {
  private final List<Piece> pieces;

  /** Text as it is, or a place for a figure. */
  private record Piece(String text, @Nullable Node node, boolean percent, boolean place) {}

  private Sentence(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** Parses and checks a template; a wrong name is a {@link RuleError}. */
  static Sentence parse(Names names, Scope scope, String template) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      if (open < 0) {
        pieces.add(new Piece(template.substring(at), null, false, false));
        break;
      }
      int close = template.indexOf('}', open);
      if (close < 0) {
        throw new RuleError("句子中的“{”没有对应的“}”。");
      }
      pieces.add(new Piece(template.substring(at, open), null, false, false));
      pieces.add(place(names, scope, template.substring(open + 1, close)));
      at = close + 1;
    }
    return new Sentence(pieces);
  }

  private static Piece place(Names names, Scope scope, String inner) {
    boolean percent = inner.endsWith("%");
    String name = percent ? inner.substring(0, inner.length() - 1) : inner;
    if (name.equals("left") || name.equals("right")) {
      return new Piece(name, null, percent, true);
    }
    Typed typed = Parser.parse(names, scope, name);
    if (!(typed.node() instanceof Numeric) && !(typed.node() instanceof Node.Choice)) {
      throw new RuleError("句子中的“" + name + "”应是数或代码。");
    }
    return new Piece(name, typed.node(), percent, true);
  }

  public String say(Frame frame, Node.@Nullable Comparison shown) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece.place() ? figure(piece, frame, shown) : piece.text());
    }
    return text.toString();
  }

  private static String figure(Piece piece, Frame frame, Node.@Nullable Comparison shown) {
    if (piece.node() instanceof Node.Choice choice) {
      return choice.title(frame);
    }
    if (piece.node() instanceof Numeric numeric) {
      return number(numeric.value(frame), piece.percent());
    }
    if (shown == null) {
      return "不详";
    }
    return number(piece.text().equals("left") ? shown.left() : shown.right(), piece.percent());
  }

  /** A number as Chinese text, or what is known of it. */
  static String number(Interval value, boolean percent) {
    if (value.isExact()) {
      return plain(value.low(), percent);
    }
    boolean open = !value.high().isFinite();
    if (value.low().sign() <= 0) {
      return open ? "（不详）" : "至多" + plain(value.high(), percent);
    }
    String low = plain(value.low(), percent);
    return open ? "至少" + low : low + "至" + plain(value.high(), percent);
  }

  private static String plain(Fraction value, boolean percent) {
    Fraction scaled = percent ? value.times(Fraction.of(100)) : value;
    BigDecimal rounded = scaled.rounded(2).stripTrailingZeros();
    return rounded.toPlainString() + (percent ? "%" : "");
  }
}
