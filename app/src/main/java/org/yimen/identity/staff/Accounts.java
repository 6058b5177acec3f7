package org.yimen.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Permission;
import org.yimen.identity.Role;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.Secrecy;

/** The accounts of this installation, as signing in needs them. */
@Repository
public class Accounts {

  /**
   * One account.
   *
   * @param user null while the account is suspended or holds no position
   * @param passwordHash with its algorithm in braces
   * @param oneTimeUntil set while the password is one that was handed out
   */
  public record Account(
      String username,
      @Nullable CurrentUser user,
      String passwordHash,
      @Nullable Instant oneTimeUntil,
      Instant passwordChangedAt,
      boolean factorRequired,
      Factor factor) {}

  /**
   * The second factor: its secret, null before enrolment, the last time step used, and whether
   * there is a passkey, too.
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Factor(byte @Nullable [] secret, long step, boolean passkey) {

    /** Whether there is anything to be shown after the password. */
    public boolean enrolled() {
      return secret != null || passkey;
    }
  }

  static final String FACTOR = "identity.account.factor_secret";

  private final JdbcClient jdbc;
  private final SealedField secret;

  Accounts(JdbcClient jdbc, Secrecy secrecy) {
    this.jdbc = jdbc;
    this.secret = secrecy.field(FACTOR);
  }

  /** The account with the position it holds on a day. */
  public Optional<Account> find(String username, LocalDate day) {
    String query =
        """
        select a.*, h.valid_to, p.code as position, p.reach, r.code as role, r.title as role_title,
          array_to_string(r.permissions, ',') as permissions,
          u.name as unit, u.area_code, u.area_name,
          exists (select from identity.passkey k where k.account = a.username) as passkey
        from identity.account a
        left join identity.holding h on h.account = a.username
          and :day >= h.valid_from and (h.valid_to is null or :day < h.valid_to)
        left join identity.position p on p.code = h.position
        left join identity.role r on r.code = p.role
        left join identity.unit u on u.code = p.unit
        where a.username = :username
        """;
    return jdbc.sql(query)
        .param("username", username)
        .param("day", day)
        .query((row, number) -> account(row))
        .optional();
  }

  /** The account that an administrator linked to somebody of an issuer. */
  public Optional<Account> linked(String issuer, String subject, LocalDate day) {
    return jdbc.sql(
            """
            select account from identity.account_link
            where issuer = :issuer and subject = :subject
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .query(String.class)
        .optional()
        .flatMap(username -> find(username, day));
  }

  /** Whether nobody at all could sign in. */
  boolean none() {
    return jdbc.sql("select not exists (select from identity.account)")
        .query(Boolean.class)
        .single();
  }

  /** Keeps that a code of this time step was used; false where it, or a later one, was before. */
  public boolean useStep(String username, long step) {
    String update =
        """
        update identity.account set factor_step = :step
        where username = :username and factor_step < :step
        """;
    return jdbc.sql(update).param("step", step).param("username", username).update() == 1;
  }

  /** Keeps a second factor, unless there is one already. */
  public boolean enrol(String username, byte[] shared, long step) {
    String update =
        """
        update identity.account set factor_secret = :secret, factor_step = :step
        where username = :username and factor_secret is null
        """;
    return jdbc.sql(update)
            .param("secret", secret.seal(username, shared))
            .param("step", step)
            .param("username", username)
            .update()
        == 1;
  }

  public void signedIn(String username, Instant at) {
    jdbc.sql("update identity.account set last_signed_in_at = :at where username = :username")
        .param("at", java.sql.Timestamp.from(at))
        .param("username", username)
        .update();
  }

  private Account account(ResultSet row) throws SQLException {
    java.sql.Timestamp oneTime = row.getTimestamp("one_time_until");
    return new Account(
        row.getString("username"),
        row.getTimestamp("suspended_at") != null || row.getString("role") == null
            ? null
            : user(row),
        row.getString("password_hash"),
        oneTime == null ? null : oneTime.toInstant(),
        row.getTimestamp("password_changed_at").toInstant(),
        row.getBoolean("factor_required"),
        new Factor(factor(row), row.getLong("factor_step"), row.getBoolean("passkey")));
  }

  private byte @Nullable [] factor(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("factor_secret");
    return sealed == null ? null : secret.bytes(row.getString("username"), sealed);
  }

  private static CurrentUser user(ResultSet row) throws SQLException {
    return new CurrentUser(
        row.getString("username"),
        row.getString("display_name"),
        new Role(
            row.getString("role"),
            row.getString("role_title"),
            known(row.getString("permissions"))),
        row.getString("unit"),
        row.getString("area_code"),
        row.getString("area_name"),
        new CurrentUser.Position(
            row.getString("position"),
            Roles.reach(row.getString("reach")),
            row.getObject("valid_to", LocalDate.class)),
        null);
  }

  private static Set<Permission> known(String codes) {
    return Arrays.stream(codes.split(","))
        .flatMap(code -> Permission.of(code).stream())
        .collect(Collectors.toSet());
  }

  /** Ends every session of this account at once. */
  void endSessions(String username) {
    jdbc.sql("delete from identity.session where principal_name = :username")
        .param("username", username)
        .update();
  }

  /** The hashes of the present password and those before it. */
  public List<String> passwords(String username) {
    String query =
        """
        select unnest(password_hash || earlier_passwords) from identity.account
        where username = :username
        """;
    return jdbc.sql(query).param("username", username).query(String.class).list();
  }

  /** Keeps a password that the user chose. */
  public void changePassword(String username, String hash, Instant at) {
    String update =
        """
        update identity.account
        set earlier_passwords = (password_hash || earlier_passwords)[1\\:4],
          password_hash = :hash, password_changed_at = :at, one_time_until = null
        where username = :username
        """;
    jdbc.sql(update)
        .param("hash", hash)
        .param("at", java.sql.Timestamp.from(at))
        .param("username", username)
        .update();
  }
}
