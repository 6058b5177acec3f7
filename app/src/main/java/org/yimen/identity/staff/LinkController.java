package org.yimen.identity.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/** The security administrator says who of the organisation's issuer an account belongs to. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@RequestMapping("/api/v1/accounts/{username}/link")
@Requires(Permission.ACCOUNTS_MANAGE)
class LinkController {

  private static final ProblemType NO_ISSUER =
      new ProblemType("no-issuer", HttpStatus.CONFLICT, "没有配置统一身份认证");
  private static final ProblemType LINKED =
      new ProblemType("subject-linked", HttpStatus.CONFLICT, "这个身份已关联账户");

  private final JdbcClient jdbc;
  private final AccountLines lines;
  private final Accounts accounts;
  private final Access access;
  private final Clock clock;
  private final String issuer;

  LinkController(
      JdbcClient jdbc,
      AccountLines lines,
      Accounts accounts,
      Access access,
      Clock clock,
      @Value("${yimen.oidc.issuer:}") String issuer) {
    this.jdbc = jdbc;
    this.lines = lines;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
    this.issuer = issuer.strip();
  }

  /** The issuer's own mark of a person ({@code sub}), which stays when a name changes. */
  @Schema(name = "AccountLink")
  record Link(@NotBlank @Size(max = 255) String subject) {}

  @PutMapping
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Links an account to somebody of the issuer, in place of whom it was before")
  void link(@PathVariable String username, @RequestBody @Valid Link link) {
    if (issuer.isEmpty()) {
      throw NO_ISSUER.because("本系统没有配置统一身份认证（yimen.oidc），不能关联。请先由系统管理员配置。");
    }
    required(username);
    unlinked(username);
    try {
      jdbc.sql(
              """
              insert into identity.account_link (issuer, subject, account, linked_by, linked_at)
              values (:issuer, :subject, :username, :by, :at)
              """)
          .param("issuer", issuer)
          .param("subject", link.subject().strip())
          .param("username", username)
          .param("by", access.user().username())
          .param("at", Timestamp.from(clock.instant()))
          .update();
    } catch (DuplicateKeyException e) {
      throw LINKED.because("这个身份标识已关联另一个账户。请核对，或先解除那个账户的关联。");
    }
    access.tell(Deed.ACCOUNT_LINKED, "account:" + username, "");
  }

  @DeleteMapping
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes the link to the issuer away and ends the account's sessions")
  void unlink(@PathVariable String username) {
    required(username);
    if (unlinked(username)) {
      access.tell(Deed.ACCOUNT_UNLINKED, "account:" + username, "");
    }
  }

  private boolean unlinked(String username) {
    accounts.endSessions(username);
    return jdbc.sql("delete from identity.account_link where account = :username")
            .param("username", username)
            .update()
        > 0;
  }

  private void required(String username) {
    if (username.equals(access.user().username())) {
      throw AccountController.OWN.because("安全管理员不能改自己的账户，请由另一位安全管理员办理。");
    }
    if (lines.find(username, LocalDate.now(clock)).isEmpty()) {
      throw ProblemType.NOT_FOUND.because("没有这个账户。");
    }
  }
}
