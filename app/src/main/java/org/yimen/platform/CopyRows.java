package org.yimen.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Writes many rows into one table by COPY, on the connection of the transaction that is running.
 *
 * <p>Rows gather in memory and go out whenever {@value #FULL} characters have come together, and on
 * {@link #flush()} and {@link #close()}. Between these moments the connection is free, so several
 * writers may be open at once. A table that others refer to is flushed before them.
 *
 * <pre>{@code
 * try (var facts = CopyRows.into(dataSource, "registry.fact", "person", "kind", "valid_from")) {
 *   facts.row(7L, "disability", LocalDate.of(2024, 3, 1));
 * }
 * }</pre>
 */
public final class CopyRows implements AutoCloseable {

  private static final int FULL = 1 << 18;

  private final DataSource dataSource;
  private final String command;
  private final int width;
  private final StringBuilder buffer = new StringBuilder(1 << 14);
  private long written;

  private CopyRows(DataSource dataSource, String command, int width) {
    this.dataSource = dataSource;
    this.command = command;
    this.width = width;
  }

  /** A writer into the named columns of a table; the names are trusted, never a user's. */
  public static CopyRows into(DataSource dataSource, String table, String... columns) {
    String command = "copy %s(%s) from stdin".formatted(table, String.join(", ", columns));
    return new CopyRows(dataSource, command, columns.length);
  }

  /**
   * Adds a row. A value may be null, text, a number, a boolean, a date or time, bytes (bytea), a
   * collection of text or numbers (array), arrays of bytes, or anything whose text PostgreSQL reads
   * as the column's type (JSON). U+0000, which PostgreSQL can't keep, is left out.
   *
   * @throws IllegalArgumentException when the number of values is not the number of columns
   */
  public void row(@Nullable Object... values) {
    if (values.length != width) {
      throw new IllegalArgumentException(values.length + " values for " + width + " columns");
    }
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        buffer.append('\t');
      }
      value(values[i]);
    }
    buffer.append('\n');
    if (buffer.length() >= FULL) {
      flush();
    }
  }

  /** Sends what has gathered; returns how many rows the server has taken since the beginning. */
  public long flush() {
    if (!buffer.isEmpty()) {
      byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
      Connection connection = DataSourceUtils.getConnection(dataSource);
      try {
        written +=
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(command, new ByteArrayInputStream(bytes), 1 << 16);
      } catch (SQLException e) {
        throw translated(e);
      } catch (IOException e) {
        throw new DataAccessResourceFailureException("copy broke off", e);
      } finally {
        DataSourceUtils.releaseConnection(connection, dataSource);
        buffer.setLength(0);
      }
    }
    return written;
  }

  @Override
  public void close() {
    flush();
  }

  private DataAccessException translated(SQLException e) {
    DataAccessException known = new SQLExceptionSubclassTranslator().translate("copy", command, e);
    return known != null ? known : new DataAccessResourceFailureException(command, e);
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      buffer.append("\\N");
    } else if (value instanceof Number || value instanceof Boolean || value instanceof Temporal) {
      buffer.append(value);
    } else if (value instanceof byte[] bytes) {
      HexFormat.of().formatHex(buffer.append("\\\\x"), bytes);
    } else if (value instanceof byte[][] items) {
      arrayOfBytes(items);
    } else if (value instanceof Collection<?> items) {
      array(items);
    } else {
      text(value.toString());
    }
  }

  private void arrayOfBytes(byte[][] items) {
    buffer.append('{');
    for (int i = 0; i < items.length; i++) {
      HexFormat.of().formatHex(buffer.append(i == 0 ? "\"" : ",\"").append("\\\\\\\\x"), items[i]);
      buffer.append('"');
    }
    buffer.append('}');
  }

  private void array(Collection<?> items) {
    StringBuilder array = new StringBuilder("{");
    for (Object item : items) {
      if (array.length() > 1) {
        array.append(',');
      }
      String quoted = item.toString().replace("\\", "\\\\").replace("\"", "\\\"");
      array.append('"').append(quoted).append('"');
    }
    text(array.append('}').toString());
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> buffer.append("\\\\");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        case '\t' -> buffer.append("\\t");
        case 0 -> {}
        default -> buffer.append(c);
      }
    }
  }
}
