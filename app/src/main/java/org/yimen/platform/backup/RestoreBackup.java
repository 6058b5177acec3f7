package org.yimen.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.yimen.platform.OwnerOnly;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.database.ModuleMigrations;

/**
 * Brings a backup back into an empty database and home: tables of the versions that it was made
 * with, all rows in one transaction, every table compared with what the backup says.
 */
final class RestoreBackup {

  private final ReadBackup backup;
  private final DataSource dataSource;
  private final Path home;

  RestoreBackup(ReadBackup backup, DataSource dataSource, Path home) {
    this.backup = backup;
    this.dataSource = dataSource;
    this.home = home;
  }

  /** Restores; the program's own migrations come afterwards. */
  ReadBackup.Checked restore() throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      if (new Catalog(connection).anyModule()) {
        throw new PlainFailure("数据库里已有数据，不能恢复到这里。请改用一个空的数据库。");
      }
      connection.setAutoCommit(false);
      Filling filling = new Filling(connection);
      ReadBackup.Checked checked = backup.read(filling);
      filling.finish(checked);
      return checked;
    } catch (SQLException e) {
      throw new PlainFailure("恢复没有完成：数据库出错。请清空目标目录后再试；磁盘空间不够时请先清理。", e);
    }
  }

  private final class Filling implements ReadBackup.Receiver {

    private final Connection connection;
    private final CopyManager copy;
    private final Map<String, Contents.Table> tables = new HashMap<>();

    Filling(Connection connection) throws SQLException {
      this.connection = connection;
      this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void begin(Contents contents) throws IOException {
      ModuleMigrations.to(dataSource, contents.modules());
      try {
        Catalog catalog = new Catalog(connection);
        if (!catalog.modules().equals(contents.modules())) {
          throw new PlainFailure("备份由更新版本的程序制作，本程序没有它的表结构。请先升级程序。");
        }
        List<String> seeded = new ArrayList<>();
        for (Contents.Table table : contents.tables()) {
          tables.put(Contents.TABLES + table.name(), table);
          if (!catalog.empty(table.name())) {
            seeded.add(table.name());
          }
        }
        try (Statement statement = connection.createStatement()) {
          statement.execute("set constraints all deferred");
          if (!seeded.isEmpty()) {
            statement.execute("truncate " + String.join(", ", seeded));
          }
        }
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void part(String name, InputStream in) throws IOException {
      Contents.Table table = tables.get(name);
      if (table != null) {
        try {
          copy.copyIn(table.copy("from stdin"), in, 1 << 16);
        } catch (SQLException e) {
          throw new IOException(e);
        }
      } else if (name.startsWith(Contents.FILES)) {
        file(name.substring(Contents.FILES.length()), in);
      }
    }

    private void file(String name, InputStream in) throws IOException {
      Path target = home.resolve(name).normalize();
      if (!target.startsWith(home) || target.equals(home)) {
        throw new IOException("a file outside the home");
      }
      Path folder = target.resolveSibling(".").normalize();
      Files.createDirectories(folder);
      OwnerOnly.folder(folder);
      Files.copy(in, target);
      OwnerOnly.file(target);
    }

    void finish(ReadBackup.Checked checked) throws SQLException, IOException {
      Contents contents = checked.contents();
      try (PreparedStatement set =
          connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
        for (Contents.Sequence sequence : contents.sequences()) {
          set.setString(1, sequence.name());
          set.setLong(2, sequence.value());
          set.execute();
        }
      }
      WriteBackup.prepare(connection);
      for (Contents.Table table : contents.tables()) {
        Measured measured = new Measured(OutputStream.nullOutputStream());
        long rows = copy.copyOut(table.copy("to stdout"), measured);
        String name = Contents.TABLES + table.name();
        if (!measured.part(name, rows).together().equals(checked.hashes().get(name))) {
          throw new PlainFailure("恢复后的表 %s 与备份不一致，没有保存。请换用另一份备份。".formatted(table.name()));
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze");
      }
      if (contents.demo()) {
        Files.writeString(home.resolve("demo"), "示范环境：账户口令公开，不得存放真实数据。\n");
      }
    }
  }
}
