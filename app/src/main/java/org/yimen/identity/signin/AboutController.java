package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.AsProgram;
import org.yimen.identity.OpenRoute;
import org.yimen.identity.staff.DemoAccounts;

/** What the sign-in page tells before anybody has signed in. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
class AboutController {

  private final ObjectProvider<DemoAccounts> accounts;
  private final IssuerSettings issuer;

  AboutController(ObjectProvider<DemoAccounts> accounts, IssuerSettings issuer) {
    this.accounts = accounts;
    this.issuer = issuer;
  }

  record DemoAccount(String username, String password, String name, String unit) {}

  /**
   * What everybody may know.
   *
   * @param demoAccounts empty unless this is a demo
   * @param issuer what the organisation's issuer is called, where one may sign in there
   */
  record About(boolean demo, List<DemoAccount> demoAccounts, @Nullable String issuer) {}

  @GetMapping("/api/v1/about")
  @OpenRoute(OpenRoute.To.EVERYBODY)
  @Operation(summary = "Whether this is a demo, and with which accounts")
  About about() {
    List<DemoAccount> demo =
        accounts.stream()
            .flatMap(known -> known.accounts().stream())
            .map(
                known ->
                    new DemoAccount(
                        known.username(), DemoAccounts.PASSWORD, known.role(), known.unit()))
            .toList();
    return new About(!demo.isEmpty(), demo, issuer.enabled() ? issuer.title() : null);
  }
}
