package org.yimen.casework.signed;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.casework.CaseSecrets;
import org.yimen.platform.secrecy.Secrecy;

/** Signs a record in the transaction that writes it (GB/T 39786-2021: integrity of records). */
@Component
public class SignRecord {

  private final JdbcClient jdbc;
  private final CaseSecrets secrets;
  private final Secrecy secrecy;

  SignRecord(JdbcClient jdbc, CaseSecrets secrets, Secrecy secrecy) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.secrecy = secrecy;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void sign(Signed kind, long record) {
    Text text =
        jdbc.sql(kind.rows() + " where id = :id")
            .param("id", record)
            .query((row, number) -> text(kind, row))
            .single();
    Secrecy.Signature signature = secrecy.sign(text.bytes());
    jdbc.sql(
            """
            insert into casework.signature (kind, record, application, key_version, bytes)
            values (:kind, :record, :application, :version, :bytes)
            """)
        .param("kind", kind.code())
        .param("record", record)
        .param("application", text.application())
        .param("version", signature.version())
        .param("bytes", signature.bytes())
        .update();
  }

  /** What of a record is signed. */
  record Text(long application, byte[] bytes) {}

  /** The texts that are kept sealed are signed open, so that changing keys changes no signature. */
  Text text(Signed kind, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    String sealed =
        kind == Signed.DETERMINATION
            ? secrets.asked().open(id, row.getBytes("asked"))
                + "\n"
                + secrets.result().open(id, row.getBytes("result"))
            : "";
    String all = kind.code() + "\n" + row.getString("shown") + "\n" + sealed;
    return new Text(row.getLong("application"), all.getBytes(StandardCharsets.UTF_8));
  }
}
