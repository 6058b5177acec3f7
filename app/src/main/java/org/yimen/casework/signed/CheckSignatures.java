package org.yimen.casework.signed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.platform.IntegrityCheck;
import org.yimen.platform.secrecy.Secrecy;
import org.yimen.platform.secrecy.Unsealable;

/** Finds records that were changed, added or deleted by somebody other than the program. */
@Component
class CheckSignatures implements IntegrityCheck {

  private static final int MOST_FAULTS = 20;
  private static final int AT_ONCE = 1_000;

  private final JdbcTemplate jdbc;
  private final SignRecord records;
  private final Secrecy secrecy;

  CheckSignatures(DataSource dataSource, SignRecord records, Secrecy secrecy) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(AT_ONCE);
    this.records = records;
    this.secrecy = secrecy;
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Result check() {
    List<String> faults = new ArrayList<>();
    long[] seen = {0};
    for (Signed kind : Signed.values()) {
      jdbc.query(
          """
          select r.*, s.record, s.key_version, s.bytes
          from (%s) r full join (select * from casework.signature where kind = '%s') s
            on s.record = r.id
          order by coalesce(r.id, s.record)
          """
              .formatted(kind.rows(), kind.code()),
          row -> {
            seen[0]++;
            String fault = fault(kind, row);
            if (!fault.isEmpty() && faults.size() < MOST_FAULTS) {
              faults.add(fault);
            }
          });
    }
    return new Result("认定、决定和公示的签名", seen[0], faults);
  }

  private String fault(Signed kind, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    if (row.wasNull()) {
      return "%s第 %d 号：签过名的记录不见了。".formatted(kind.title(), row.getLong("record"));
    }
    byte[] signature = row.getBytes("bytes");
    if (signature == null) {
      return "%s第 %d 号：没有签名，不是由程序写入的。".formatted(kind.title(), id);
    }
    return holds(kind, row, new Secrecy.Signature(row.getInt("key_version"), signature))
        ? ""
        : "%s第 %d 号：内容与签名不符，被改动过。".formatted(kind.title(), id);
  }

  private boolean holds(Signed kind, ResultSet row, Secrecy.Signature signature)
      throws SQLException {
    try {
      return secrecy.verify(records.text(kind, row).bytes(), signature);
    } catch (Unsealable changed) {
      return false;
    }
  }
}
