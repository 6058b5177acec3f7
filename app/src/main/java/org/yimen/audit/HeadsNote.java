package org.yimen.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yimen.platform.backup.BackupNote;

/** Writes into a backup where the chains ended, so that an old one is told from the newest. */
@Component
class HeadsNote implements BackupNote {

  static final String NAME = "audit.heads";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> lines(Connection moment) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = moment.createStatement();
        ResultSet heads =
            statement.executeQuery(
                "select part, seq from audit.head where seq > 0 order by part")) {
      while (heads.next()) {
        lines.add(heads.getInt("part") + "," + heads.getLong("seq"));
      }
    }
    return lines;
  }
}
