package org.yimen.exchange;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;

/**
 * Which deliveries the user sees: the district's officers all of them, a bureau's liaison those of
 * that bureau and those they sent themselves.
 */
@Component
class DeliveryScope {

  /** A condition on exchange.delivery d, with {@link #parameters()}. */
  static final String VISIBLE =
      """
      (:everything or d.received_by = :username or strpos(:unit, d.bureau) > 0)
      """;

  private final Access access;

  DeliveryScope(Access access) {
    this.access = access;
  }

  /** Parameters of {@link #VISIBLE}. */
  Map<String, Object> parameters() {
    CurrentUser user = access.user();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("everything", everything());
    parameters.put("username", user.username());
    parameters.put("unit", user.unit());
    return parameters;
  }

  /** True for who reads the register: they are told whose each row is. */
  boolean everything() {
    return access.may(Permission.REGISTER_READ);
  }

  String username() {
    return access.user().username();
  }

  static RuntimeException notThere() {
    return ProblemType.NOT_FOUND.because("没有这份文件，或您无权查看。");
  }
}
