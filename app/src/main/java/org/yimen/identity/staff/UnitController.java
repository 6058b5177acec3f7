package org.yimen.identity.staff;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.AsProgram;
import org.yimen.identity.OpenRoute;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@Requires(Permission.ACCOUNTS_MANAGE)
class UnitController {

  private final AccountLines lines;
  private final Roles roles;
  private final Clock clock;

  UnitController(AccountLines lines, Roles roles, Clock clock) {
    this.lines = lines;
    this.roles = roles;
    this.clock = clock;
  }

  @GetMapping("/api/v1/units")
  @OpenRoute(OpenRoute.To.SIGNED_IN)
  @Operation(summary = "The units that work together, with their duties")
  List<AccountLines.UnitLine> units() {
    return lines.units();
  }

  @GetMapping("/api/v1/positions")
  @Operation(summary = "All positions, with who holds each")
  List<AccountLines.PlaceLine> positions() {
    return lines.positions(LocalDate.now(clock));
  }

  @GetMapping("/api/v1/roles")
  @Operation(summary = "All roles, with the permissions each is made of")
  List<Roles.Line> roles() {
    return roles.all();
  }
}
