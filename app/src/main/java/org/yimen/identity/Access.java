package org.yimen.identity;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yimen.platform.ProblemType;

/** What the user of the running request may do and see. */
@Component
public class Access {

  static final ProblemType NOT_SIGNED_IN =
      new ProblemType("not-signed-in", HttpStatus.UNAUTHORIZED, "没有登录");
  static final ProblemType NOT_ALLOWED =
      new ProblemType("not-allowed", HttpStatus.FORBIDDEN, "没有权限");

  Access() {}

  /** The signed-in user; a problem 401 where nobody is. */
  public CurrentUser user() {
    return signedIn().orElseThrow(() -> NOT_SIGNED_IN.because("请先登录。"));
  }

  /** What the area codes of everything in the user's scope begin with; empty for no limit. */
  public String areaPrefix() {
    return user().areaCode();
  }

  public boolean may(Permission permission) {
    return user().role().permissions().contains(permission);
  }

  /** A problem 403 where the user's role lacks the permission. */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw NOT_ALLOWED.because("您的岗位（%s）没有这项权限。".formatted(user().role().title()));
    }
  }

  static Optional<CurrentUser> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
        ? Optional.of(user)
        : Optional.empty();
  }
}
