package org.yimen.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a module wants to read from a backup without restoring it. */
public interface BackupNote {

  String name();

  /** Lines, as of the moment of the backup. */
  List<String> lines(Connection moment) throws SQLException;
}
