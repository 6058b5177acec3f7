package org.yimen.identity;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yimen.identity.CurrentUser.Reach;
import org.yimen.platform.database.RowReach;
import org.yimen.platform.database.RowReach.DeliveriesOf;

/** What the database shows to the user of the running request, whatever a query asks for. */
@Component
public class ReachOfUser {

  /** Of these each needs a register: without any, a position without an area reaches nothing. */
  private static final Set<Permission> OF_REGISTER =
      Set.of(
          Permission.REGISTER_READ,
          Permission.SCREENING_READ,
          Permission.PAIR_SETTLE,
          Permission.WHAT_IF,
          Permission.CASE_READ,
          Permission.CASE_REGISTER,
          Permission.CASE_ACCEPT,
          Permission.CASE_ASSIGN,
          Permission.CASE_INVESTIGATE,
          Permission.CASE_CHECK,
          Permission.CASE_REVIEW,
          Permission.CASE_DECIDE,
          Permission.OUTWARD);

  private final Access access;
  private final List<UnitBureaus> bureaus;

  ReachOfUser(Access access, List<UnitBureaus> bureaus) {
    this.access = access;
    this.bureaus = bureaus;
  }

  public RowReach now() {
    if (Access.signedIn().isEmpty()) {
      return RowReach.NOTHING;
    }
    Set<Permission> may = access.permissions();
    String prefix = access.areaPrefix();
    boolean register = may.stream().anyMatch(OF_REGISTER::contains);
    return new RowReach(
        register && prefix.isEmpty(),
        register && !prefix.isEmpty() ? prefix : null,
        may.stream().map(Permission::code).toList(),
        may.contains(Permission.DELIVERY_LOAD) ? sender(access.user()) : RowReach.NOTHING.sender());
  }

  private DeliveriesOf sender(CurrentUser user) {
    boolean own = user.position().reach() == Reach.OWN;
    String unit = own ? "" : user.unit();
    return new DeliveriesOf(
        user.username(),
        unit,
        unit.isEmpty()
            ? List.of()
            : bureaus.stream().flatMap(one -> one.of(unit).stream()).toList());
  }
}
