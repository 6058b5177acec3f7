package org.yimen.identity.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.ProblemType;

/** Everything that is done to accounts; whoever's right it touches is signed out at once. */
@Repository
class AccountChanges {

  static final String USERNAME = "[a-z0-9][a-z0-9.-]{1,39}";

  private static final ProblemType TAKEN =
      new ProblemType("username-taken", HttpStatus.CONFLICT, "用户名已有人用");
  private static final ProblemType HELD =
      new ProblemType("position-held", HttpStatus.CONFLICT, "岗位有人");

  /** An account with the secret for its first sign-in, told once. */
  record Made(String username, String displayName, String secret) {}

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Accounts accounts;
  private final Clock clock;

  AccountChanges(JdbcClient jdbc, Passwords passwords, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.accounts = accounts;
    this.clock = clock;
  }

  boolean exists(String username) {
    return jdbc.sql("select exists (select from identity.account where username = :username)")
        .param("username", username)
        .query(Boolean.class)
        .single();
  }

  Made make(String username, String displayName, String position, LocalDate from) {
    String secret = passwords.make();
    String insert =
        """
        insert into identity.account (username, display_name, password_hash, one_time_until)
        values (:username, :displayName, :hash, :until) on conflict do nothing
        """;
    int added =
        jdbc.sql(insert)
            .param("username", username)
            .param("displayName", displayName)
            .param("hash", passwords.hash(secret))
            .param("until", oneTimeUntil())
            .update();
    if (added == 0) {
      throw TAKEN.because("用户名 %s 已有人用，请换一个。".formatted(username));
    }
    hold(username, position, from);
    return new Made(username, displayName, secret);
  }

  /** Ends what the account holds on that day and gives it the position from then on. */
  void move(String username, String position, LocalDate from) {
    leave(username, from);
    hold(username, position, from);
    accounts.endSessions(username);
  }

  private void leave(String username, LocalDate from) {
    jdbc.sql("delete from identity.holding where account = :username and valid_from > :from")
        .param("username", username)
        .param("from", from)
        .update();
    String update =
        """
        update identity.holding set valid_to = :from
        where account = :username and (valid_to is null or valid_to > :from)
        """;
    jdbc.sql(update).param("from", from).param("username", username).update();
  }

  private void hold(String username, String position, LocalDate from) {
    String insert =
        """
        insert into identity.holding (position, account, valid_from)
        select :position, :username, :from
        where exists (select from identity.position where code = :position) and not exists (
          select from identity.holding h where h.position = :position
            and daterange(h.valid_from, h.valid_to) && daterange(:from, null))
        """;
    int added =
        jdbc.sql(insert)
            .param("position", position)
            .param("username", username)
            .param("from", from)
            .update();
    if (added == 0) {
      throw HELD.because("这个岗位在该日仍有人担任，或不存在。请先把前任调离，再由接任者担任。");
    }
  }

  /** Nobody signs in with it until it is resumed; the position stays held. */
  void suspend(String username, String why) {
    String update =
        """
        update identity.account set suspended_at = :now, suspended_why = :why
        where username = :username
        """;
    jdbc.sql(update)
        .param("now", Timestamp.from(clock.instant()))
        .param("why", why)
        .param("username", username)
        .update();
    accounts.endSessions(username);
  }

  void resume(String username) {
    String update =
        """
        update identity.account set suspended_at = null, suspended_why = null
        where username = :username
        """;
    jdbc.sql(update).param("username", username).update();
  }

  /** Leaves the position without another one. */
  void release(String username, LocalDate from) {
    leave(username, from);
    accounts.endSessions(username);
  }

  /** A new secret for one sign-in; where the second factor goes too, it is enrolled anew. */
  Made reset(String username, String displayName, boolean secondFactor) {
    String secret = passwords.make();
    String update =
        """
        update identity.account set password_hash = :hash, one_time_until = :until,
          earlier_passwords = (password_hash || earlier_passwords)[1\\:4],
          factor_secret = case when :factor then null else factor_secret end,
          factor_step = case when :factor then 0 else factor_step end
        where username = :username
        """;
    jdbc.sql(update)
        .param("hash", passwords.hash(secret))
        .param("until", oneTimeUntil())
        .param("factor", secondFactor)
        .param("username", username)
        .update();
    if (secondFactor) {
      jdbc.sql("delete from identity.passkey where account = :username")
          .param("username", username)
          .update();
    }
    accounts.endSessions(username);
    return new Made(username, displayName, secret);
  }

  private Timestamp oneTimeUntil() {
    return Timestamp.from(clock.instant().plus(Passwords.ONE_TIME));
  }
}
