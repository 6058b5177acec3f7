package org.yimen.platform.running;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * One line of JSON for each event. Whatever could be a value of somebody's record is left out of
 * messages: quoted text, what stands in brackets after an equals sign, words that are not ASCII,
 * long numbers. Of a failed statement only its code and constraint are told.
 */
public final class LogLine implements StructuredLogFormatter<ILoggingEvent> {

  private static final String LEFT_OUT = "…";
  private static final int MOST_FRAMES = 40;
  private static final int LONGEST = 2_000;

  private static final Pattern VALUE =
      Pattern.compile(
          "=\\s*\\([^)]*\\)?|\"[^\"]*\"?|'[^']*'|`[^`]*`?|“[^”]*”?"
              + "|[0-9][0-9Xx\\- ]{4,}|[^\\x00-\\x7F]+|\\?\\S*");

  private final JsonWriter<ILoggingEvent> json =
      JsonWriter.<ILoggingEvent>of(
              members -> {
                members.add("time", event -> event.getInstant().toString());
                members.add("level", event -> event.getLevel().toString());
                members.add("logger", ILoggingEvent::getLoggerName);
                members.add("thread", ILoggingEvent::getThreadName);
                members
                    .add("request", event -> event.getMDCPropertyMap().get("request"))
                    .whenNotNull();
                members
                    .add("account", event -> event.getMDCPropertyMap().get("account"))
                    .whenNotNull();
                members.add("message", event -> clean(event.getFormattedMessage()));
                members.add("failure", event -> failure(event.getThrowableProxy())).whenNotNull();
              })
          .withNewLineAtEnd();

  @Override
  public String format(ILoggingEvent event) {
    return json.writeToString(event);
  }

  /** A text without what could be somebody's. */
  static String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String clean = VALUE.matcher(text).replaceAll(LEFT_OUT);
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + LEFT_OUT;
  }

  /** A failure's class with the code of its innermost cause, without any message. */
  static String name(Throwable failure) {
    StringBuilder name = new StringBuilder(failure.getClass().getSimpleName());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        name.append(" SQLSTATE ").append(sql.getSQLState());
        break;
      }
    }
    return name.toString();
  }

  private static @Nullable String failure(@Nullable IThrowableProxy failure) {
    if (failure == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    IThrowableProxy cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      text.append(depth == 0 ? "" : "caused by: ").append(cause.getClassName());
      text.append(": ").append(message(cause)).append('\n');
      int frames = 0;
      for (StackTraceElementProxy frame : cause.getStackTraceElementProxyArray()) {
        if (frames++ < MOST_FRAMES / (depth + 1)) {
          text.append("  ").append(frame.getSTEAsString()).append('\n');
        }
      }
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static String message(IThrowableProxy cause) {
    Throwable failure = cause instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    if (failure instanceof PSQLException database) {
      ServerErrorMessage server = database.getServerErrorMessage();
      return "SQLSTATE %s%s"
          .formatted(
              database.getSQLState(),
              server == null || server.getConstraint() == null
                  ? ""
                  : " constraint " + server.getConstraint());
    }
    return failure instanceof SQLException sql
        ? "SQLSTATE " + sql.getSQLState()
        : clean(cause.getMessage());
  }
}
