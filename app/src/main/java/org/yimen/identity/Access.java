package org.yimen.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yimen.platform.ProblemType;

/** What the user of the running request may do and see, and where it is told what they did. */
@Component
public class Access {

  static final ProblemType NOT_SIGNED_IN =
      new ProblemType("not-signed-in", HttpStatus.UNAUTHORIZED, "没有登录");
  static final ProblemType NOT_ALLOWED =
      new ProblemType("not-allowed", HttpStatus.FORBIDDEN, "没有权限");

  /** No area's code begins with this. */
  private static final String NOWHERE = "-";

  private static final Set<Permission> IN_EMERGENCY =
      EnumSet.of(
          Permission.REGISTER_READ,
          Permission.SCREENING_READ,
          Permission.RULES_READ,
          Permission.HEALTH_FIELDS,
          Permission.DISABILITY_FIELDS,
          Permission.BREAK_GLASS);

  private final Clock clock;
  private final ApplicationEventPublisher events;

  Access(Clock clock, ApplicationEventPublisher events) {
    this.clock = clock;
    this.events = events;
  }

  /** The signed-in user; a problem 401 where nobody is, or no longer holds the position. */
  public CurrentUser user() {
    return signedIn().filter(this::holds).orElseThrow(() -> NOT_SIGNED_IN.because("请先登录。"));
  }

  /** What the area codes of everything in the user's scope begin with; empty for no limit. */
  public String areaPrefix() {
    CurrentUser user = user();
    if (inEmergency(user)) {
      return "";
    }
    return user.position().reach() == CurrentUser.Reach.AREA ? user.areaCode() : NOWHERE;
  }

  /** Everything that the user may do now. */
  public Set<Permission> permissions() {
    CurrentUser user = user();
    return inEmergency(user) ? IN_EMERGENCY : user.role().permissions();
  }

  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  /** A problem 403 where the user's role lacks the permission. */
  public void require(Permission permission) {
    if (!may(permission)) {
      CurrentUser user = user();
      throw NOT_ALLOWED.because(
          inEmergency(user)
              ? "紧急查看期间只能查看，不能办理业务。请先结束紧急查看。"
              : "您的岗位（%s）没有这项权限。".formatted(user.role().title()));
    }
  }

  /** Tells that the user does or reads something, before the answer goes out. */
  public void tell(Deed deed, String object, String why) {
    CurrentUser user = user();
    events.publishEvent(
        new Act(user.username(), user.unit(), user.role().code(), deed, object, why, true));
  }

  /** Tells that the user reads what belongs to a household or person. */
  public void tellRead(Deed deed, String kind, long id) {
    CurrentUser.Emergency emergency = user().emergency();
    tell(
        deed,
        kind + ":" + id,
        emergency != null && inEmergency(user()) ? "紧急查看：" + emergency.reason() : "");
  }

  /** Tells it of the user, where somebody is signed in. */
  public void tellIfSignedIn(Deed deed) {
    if (signedIn().filter(this::holds).isPresent()) {
      tell(deed, "", "");
    }
  }

  /** Tells what somebody does who is on the way in, or the program itself. */
  public void tellOf(String who, Deed deed, String object) {
    events.publishEvent(Act.by(who, deed, object, ""));
  }

  /** Tells that a request was refused. */
  public void tellRefused(Deed deed, String object, String why) {
    Act act =
        signedIn()
            .map(
                user ->
                    new Act(
                        user.username(), user.unit(), user.role().code(), deed, object, why, true))
            .orElseGet(() -> Act.by("", deed, object, why));
    events.publishEvent(act.refused());
  }

  /** True while the user looks beyond their scope. */
  public boolean inEmergency(CurrentUser user) {
    CurrentUser.Emergency emergency = user.emergency();
    return emergency != null && clock.instant().isBefore(emergency.until());
  }

  private boolean holds(CurrentUser user) {
    LocalDate until = user.position().until();
    return until == null || LocalDate.now(clock).isBefore(until);
  }

  static Optional<CurrentUser> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
        ? Optional.of(user)
        : Optional.empty();
  }
}
