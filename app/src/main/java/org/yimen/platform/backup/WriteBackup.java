package org.yimen.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.Secrecy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup while others work: every table of one snapshot, and the stored files. A stored
 * file is on the disk before a row tells of it and never changes what it says, so those that lie
 * there after the snapshot was taken hold all that the snapshot knows.
 */
@Component
class WriteBackup {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DataSource dataSource;
  private final Secrecy secrecy;
  private final List<SealedFolder> folders;
  private final List<BackupNote> notes;
  private final Clock clock;
  private final Path home;

  WriteBackup(
      DataSource dataSource,
      Secrecy secrecy,
      List<SealedFolder> folders,
      List<BackupNote> notes,
      Clock clock,
      @Value("${yimen.home:data}") String home) {
    this.dataSource = dataSource;
    this.secrecy = secrecy;
    this.folders = List.copyOf(folders);
    this.notes = List.copyOf(notes);
    this.clock = clock;
    this.home = Path.of(home).toAbsolutePath().normalize();
  }

  /** Writes it; returns the number of rows. */
  int to(OutputStream out) throws IOException {
    try (Connection connection = dataSource.getConnection();
        ZipOutputStream zip =
            new ZipOutputStream(
                new BufferedOutputStream(secrecy.sealing(out, Contents.KIND), 1 << 16))) {
      zip.setLevel(Deflater.BEST_SPEED);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        return moment(connection, zip);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IOException("the database broke off", e);
    }
  }

  private int moment(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
    prepare(connection);
    Contents contents = contents(connection);
    zip.putNextEntry(new ZipEntry(Contents.BEGIN));
    zip.write(JSON.writeValueAsBytes(contents));
    List<Contents.Part> parts = new ArrayList<>();
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows = 0;
    for (Contents.Table table : contents.tables()) {
      String name = Contents.TABLES + table.name();
      zip.putNextEntry(new ZipEntry(name));
      Measured measured = new Measured(zip);
      long some = copy.copyOut(table.copy("to stdout"), measured);
      parts.add(measured.part(name, some));
      rows += some;
    }
    for (SealedFolder folder : folders) {
      files(folder, zip, parts);
    }
    zip.putNextEntry(new ZipEntry(Contents.END));
    zip.write(JSON.writeValueAsBytes(new Contents.End(parts)));
    zip.closeEntry();
    return Math.toIntExact(rows);
  }

  /** Rows in the order of their pages, nothing left out by row-level security. */
  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local synchronize_seqscans = off");
      statement.execute("set local row_security = off");
    }
  }

  private Contents contents(Connection connection) throws SQLException {
    Catalog catalog = new Catalog(connection);
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (BackupNote note : notes) {
      told.put(note.name(), note.lines(connection));
    }
    return new Contents(
        Contents.FORMAT,
        clock.instant().toString(),
        catalog.modules(),
        catalog.tables(),
        catalog.sequences(),
        Files.exists(home.resolve("demo")),
        told);
  }

  /** As they lie there, sealed. */
  private void files(SealedFolder folder, ZipOutputStream zip, List<Contents.Part> parts)
      throws IOException {
    String place = home.relativize(folder.folder().toAbsolutePath().normalize()).toString();
    for (String file : folder.names()) {
      String name = Contents.FILES + place.replace('\\', '/') + "/" + file;
      zip.putNextEntry(new ZipEntry(name));
      Measured measured = new Measured(zip);
      Files.copy(folder.folder().resolve(file), measured);
      parts.add(measured.part(name, 0));
    }
  }
}
