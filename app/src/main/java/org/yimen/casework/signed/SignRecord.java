package org.yimen.casework.signed;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
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
    sign(kind, List.of(record));
  }

  /** Signs many records of a kind. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sign(Signed kind, Collection<Long> records) {
    List<Text> texts =
        jdbc.sql(kind.rows() + " where id = any (:ids)")
            .param("ids", records.toArray(Long[]::new))
            .query((row, number) -> text(kind, row))
            .list();
    List<Secrecy.Signature> signatures =
        texts.stream().map(text -> secrecy.sign(text.bytes())).toList();
    jdbc.sql(
            """
            insert into casework.signature (kind, record, application, key_version, bytes)
            select :kind, t.record, t.application, t.version, t.bytes
            from unnest(:records::bigint[], :applications::bigint[], :versions::int[], :bytes::bytea[])
              as t (record, application, version, bytes)
            """)
        .param("kind", kind.code())
        .param("records", texts.stream().map(Text::record).toArray(Long[]::new))
        .param("applications", texts.stream().map(Text::application).toArray(Long[]::new))
        .param(
            "versions", signatures.stream().map(Secrecy.Signature::version).toArray(Integer[]::new))
        .param("bytes", signatures.stream().map(Secrecy.Signature::bytes).toArray(byte[][]::new))
        .update();
  }

  /** What of a record is signed. */
  record Text(long record, long application, byte[] bytes) {}

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
    return new Text(id, row.getLong("application"), all.getBytes(StandardCharsets.UTF_8));
  }
}
