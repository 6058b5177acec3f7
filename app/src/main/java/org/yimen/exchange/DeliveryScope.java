package org.yimen.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.reading.Formats;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;

/**
 * Which deliveries the user sees: the district's officers all of them, a bureau's liaison those of
 * that bureau and those they sent themselves, a position that reaches its own work only the latter.
 */
@Component
class DeliveryScope {

  /** A condition on exchange.delivery d, with {@link #parameters()}. */
  static final String VISIBLE =
      """
      (:everything or d.received_by = :username or d.only_unit <> '' and d.only_unit = :unit or d.bureau = any(:bureaus))
      """;

  private static final String[] NONE = {};

  private final Access access;
  private final Formats formats;
  private final FieldScope fields;
  private final Clock clock;

  DeliveryScope(Access access, Formats formats, FieldScope fields, Clock clock) {
    this.access = access;
    this.formats = formats;
    this.fields = fields;
    this.clock = clock;
  }

  /** What of the rows of a format the user is not shown. */
  HeldBack heldBack(@Nullable String format) {
    return everything() ? HeldBack.of(format, fields) : HeldBack.NOTHING;
  }

  /** Parameters of queries that ask whose minors' details the user may see, and today. */
  Map<String, @Nullable Object> viewer() {
    return Map.of("user", access.user().username(), "today", LocalDate.now(clock));
  }

  /** Parameters of {@link #VISIBLE}. */
  Map<String, Object> parameters() {
    CurrentUser user = access.user();
    String unit = user.position().reach() == CurrentUser.Reach.OWN ? "" : user.unit();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("everything", everything());
    parameters.put("username", user.username());
    parameters.put("unit", unit);
    parameters.put("bureaus", unit.isEmpty() ? NONE : formats.bureausOf(unit).toArray(NONE));
    return parameters;
  }

  /**
   * True for who reads the register of the whole district, as files tell of all of it: they are
   * told whose each row is.
   */
  boolean everything() {
    return access.may(Permission.REGISTER_READ) && access.areaPrefix().isEmpty();
  }

  /** The user as one who sends files: who sees all of them may send any. */
  Deliveries.Sender sender() {
    CurrentUser user = access.user();
    if (everything()) {
      return new Deliveries.Sender(user.username(), "", List.of());
    }
    String unit = user.unit().isBlank() ? "（未填单位）" : user.unit();
    return new Deliveries.Sender(user.username(), unit, formats.bureausOf(unit));
  }

  /** Tells the audit what the user does with a delivery or reads of it. */
  void tell(Deed deed, long delivery, String why) {
    access.tell(deed, "delivery:" + delivery, why);
  }

  static RuntimeException notThere() {
    return ProblemType.NOT_FOUND.because("没有这份文件，或您无权查看。");
  }
}
