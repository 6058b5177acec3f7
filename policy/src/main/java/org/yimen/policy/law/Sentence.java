package org.yimen.policy.law;

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
 * A sentence with places for figures: {@code {left}} and {@code {right}} are the sides of the
 * deciding comparison, every other name one of the rules; {@code %} after it prints a share.
 */
public final class Sentence {
  private static final Fraction HUNDRED = Fraction.of(100);
  private static final int DECIMALS = 2;
  private static final int MOST_DECIMALS = 8;

  private final List<Piece> pieces;
  private final Tongue tongue;
  private final @Nullable Sentence uyghur;

  /** Text as it is, or a place for a figure. */
  private record Piece(String text, @Nullable Node node, boolean percent, boolean place) {}

  private Sentence(List<Piece> pieces, Tongue tongue, @Nullable Sentence uyghur) {
    this.pieces = pieces;
    this.tongue = tongue;
    this.uyghur = uyghur;
  }

  /**
   * Parses and checks a Chinese template; a wrong name is a {@link RuleError}.
   *
   * @param uyghur the same in Uyghur, parsed
   */
  static Sentence chinese(Names names, Scope scope, String template, @Nullable Sentence uyghur) {
    return new Sentence(pieces(names, scope, template), Tongue.CHINESE, uyghur);
  }

  /** The same of a Uyghur template; names stand in it in Chinese. */
  static Sentence uyghur(Names names, Scope scope, String template) {
    return new Sentence(pieces(names, scope, template), Tongue.UYGHUR, null);
  }

  /** The sentence in a language; the Chinese one where there is no other. */
  Sentence in(Tongue wanted) {
    return wanted == Tongue.UYGHUR && uyghur != null ? uyghur : this;
  }

  private static List<Piece> pieces(Names names, Scope scope, String template) {
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
    return pieces;
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

  void say(Frame frame, Node.@Nullable Comparison shown, StringBuilder into) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.place()) {
        figure(piece, frame, shown, into);
      } else {
        into.append(piece.text());
      }
    }
  }

  private void figure(
      Piece piece, Frame frame, Node.@Nullable Comparison shown, StringBuilder into) {
    if (piece.node() instanceof Node.Choice choice) {
      into.append(choice.title(frame));
    } else if (piece.node() instanceof Numeric numeric) {
      number(numeric.value(frame), piece.percent(), into);
    } else if (shown == null) {
      into.append(tongue.open);
    } else {
      side(piece, shown, into);
    }
  }

  /** One side of a comparison, with as many decimals as tell it from the other. */
  private void side(Piece piece, Node.Comparison shown, StringBuilder into) {
    boolean left = piece.text().equals("left");
    Interval value = left ? shown.left() : shown.right();
    Interval other = left ? shown.right() : shown.left();
    if (value.isExact() && other.isExact() && !value.low().equals(other.low())) {
      Fraction scaled = scaled(value.low(), piece.percent());
      long units = scaled.units(DECIMALS);
      Fraction beside = scaled(other.low(), piece.percent());
      if (units != Fraction.TOO_LARGE && units == beside.units(DECIMALS)) {
        into.append(apart(scaled, beside)).append(piece.percent() ? "%" : "");
        return;
      }
    }
    number(value, piece.percent(), into);
  }

  private static String apart(Fraction value, Fraction other) {
    int decimals = DECIMALS + 1;
    while (decimals < MOST_DECIMALS && value.rounded(decimals).equals(other.rounded(decimals))) {
      decimals++;
    }
    return value.rounded(decimals).stripTrailingZeros().toPlainString();
  }

  /** A number as text, or what is known of it. */
  private void number(Interval value, boolean percent, StringBuilder into) {
    if (value.isExact()) {
      plain(value.low(), percent, into);
      return;
    }
    boolean open = !value.high().isFinite();
    if (value.low().sign() <= 0) {
      into.append(open ? tongue.openFigure : tongue.atMost);
    } else {
      into.append(open ? tongue.atLeast : "");
      plain(value.low(), percent, into);
      into.append(open ? "" : tongue.upTo);
    }
    if (!open) {
      plain(value.high(), percent, into);
    }
  }

  private static void plain(Fraction value, boolean percent, StringBuilder into) {
    Fraction scaled = scaled(value, percent);
    long hundredths = scaled.units(DECIMALS);
    if (hundredths == Fraction.TOO_LARGE) {
      into.append(scaled.rounded(DECIMALS).stripTrailingZeros().toPlainString());
    } else {
      hundredths(hundredths, into);
    }
    into.append(percent ? "%" : "");
  }

  private static Fraction scaled(Fraction value, boolean percent) {
    return percent ? value.times(HUNDRED) : value;
  }

  /** Without noughts at the end. */
  private static void hundredths(long value, StringBuilder into) {
    long size = Math.abs(value);
    long whole = size / 100;
    into.append(value < 0 ? "-" : "");
    if (whole == (int) whole) {
      into.append((int) whole); // mostly, and twice as fast
    } else {
      into.append(whole);
    }
    int rest = (int) (size % 100);
    if (rest != 0) {
      into.append('.').append((char) ('0' + rest / 10));
      if (rest % 10 != 0) {
        into.append((char) ('0' + rest % 10));
      }
    }
  }
}
