package org.yimen.identity.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import org.yimen.platform.once.Once;

/** The security administrator keeps the accounts of everybody else. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@RequestMapping("/api/v1/accounts")
@Requires(Permission.ACCOUNTS_MANAGE)
class AccountController {

  static final ProblemType OWN = new ProblemType("own-account", HttpStatus.CONFLICT, "不能改自己的账户");

  private final AccountLines lines;
  private final AccountChanges changes;
  private final Accounts accounts;
  private final Access access;
  private final Clock clock;

  AccountController(
      AccountLines lines, AccountChanges changes, Accounts accounts, Access access, Clock clock) {
    this.lines = lines;
    this.changes = changes;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** A position that exists, or a new one of a unit with a title, a role and a reach. */
  record Place(
      @Nullable @Size(max = 80) String position,
      @Nullable @Size(max = 80) String unit,
      @Nullable @Size(max = 60) String title,
      @Nullable @Size(max = 40) String role,
      @Nullable @Pattern(regexp = "area|unit|own") String reach) {}

  record NewAccount(
      @NotNull @Pattern(regexp = AccountChanges.USERNAME) String username,
      @NotNull @Size(min = 1, max = 60) String displayName,
      @NotNull @Valid Place place) {}

  /** Without a place the position is given up. From is today where it is not said. */
  record Move(@Nullable @Valid Place place, @Nullable LocalDate from) {}

  record Suspension(@NotNull @Size(min = 2, max = 200) String why) {}

  record Reset(boolean secondFactor) {}

  /** Told once; good for one sign-in within 72 hours. */
  @Schema(name = "OneTimePassword")
  record Secret(String username, String displayName, String password) {}

  @GetMapping
  @Operation(summary = "All accounts with the position each holds today")
  List<AccountLines.Line> all() {
    return lines.all(today());
  }

  @PostMapping
  @Once
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Makes an account in a position, with a one-time password")
  Secret make(@RequestBody @Valid NewAccount wanted) {
    String position = position(wanted.place());
    AccountChanges.Made made =
        changes.make(wanted.username(), wanted.displayName().strip(), position, today());
    access.tell(Deed.ACCOUNT_MADE, "account:" + wanted.username(), position);
    return secret(made);
  }

  @PostMapping("/{username}/suspension")
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Suspends an account and ends its sessions")
  void suspend(@PathVariable String username, @RequestBody @Valid Suspension suspension) {
    other(username);
    changes.suspend(username, suspension.why());
    access.tell(Deed.ACCOUNT_SUSPENDED, "account:" + username, suspension.why());
  }

  @DeleteMapping("/{username}/suspension")
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lets a suspended account sign in again")
  void resume(@PathVariable String username) {
    other(username);
    changes.resume(username);
    access.tell(Deed.ACCOUNT_RESUMED, "account:" + username, "");
  }

  @DeleteMapping("/{username}/sessions")
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends every session of an account, which may sign in again")
  void endSessions(@PathVariable String username) {
    other(username);
    accounts.endSessions(username);
    access.tell(Deed.ACCOUNT_SIGNED_OUT, "account:" + username, "");
  }

  @PostMapping("/{username}/position")
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Moves somebody to another position, or out of the one they hold")
  void move(@PathVariable String username, @RequestBody @Valid Move move) {
    other(username);
    LocalDate from = move.from() == null ? today() : move.from();
    if (from.isBefore(today())) {
      throw ProblemType.INVALID_REQUEST.because("岗位只能从今天或以后的日期起调整。");
    }
    Place place = move.place();
    String position = place == null ? "" : position(place);
    if (position.isEmpty()) {
      changes.release(username, from);
    } else {
      changes.move(username, position, from);
    }
    access.tell(Deed.ACCOUNT_MOVED, "account:" + username, position + " " + from);
  }

  @PostMapping("/{username}/one-time-password")
  @Once
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Hands out a one-time password, and a new second factor if asked")
  Secret reset(@PathVariable String username, @RequestBody @Valid Reset reset) {
    AccountLines.Line account = other(username);
    AccountChanges.Made made = changes.reset(username, account.displayName(), reset.secondFactor());
    access.tell(Deed.ACCOUNT_RESET, "account:" + username, reset.secondFactor() ? "口令和动态口令" : "口令");
    return secret(made);
  }

  private String position(Place place) {
    if (place.position() != null) {
      return place.position();
    }
    if (place.unit() == null || place.title() == null || place.role() == null) {
      throw ProblemType.INVALID_REQUEST.because("请选择一个空缺岗位，或填写新岗位的单位、名称和角色。");
    }
    String reach = place.reach() == null ? "area" : place.reach();
    return lines
        .add(place.unit(), place.title().strip(), place.role(), reach)
        .orElseThrow(() -> ProblemType.INVALID_REQUEST.because("没有这个单位或角色，请重新选择。"));
  }

  private AccountLines.Line other(String username) {
    if (username.equals(access.user().username())) {
      throw OWN.because("安全管理员不能改自己的账户，请由另一位安全管理员办理。");
    }
    return lines
        .find(username, today())
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这个账户。"));
  }

  private static Secret secret(AccountChanges.Made made) {
    return new Secret(made.username(), made.displayName(), made.secret());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
