package org.yimen.exchange.outward;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.platform.ProblemType;

/** The area that a user asks for, within their own. */
@Component
public class OutwardArea {

  private static final Pattern CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

  private final Access access;

  OutwardArea(Access access) {
    this.access = access;
  }

  /**
   * What the codes of the areas meant begin with: the one asked for, or all of the user's.
   *
   * @throws org.yimen.platform.Problem invalid-request
   */
  public String of(@Nullable String asked) {
    String own = access.areaPrefix();
    if (asked == null || asked.isBlank()) {
      return own;
    }
    if (!CODE.matcher(asked).matches() || !asked.startsWith(own)) {
      throw ProblemType.INVALID_REQUEST.because("没有这个地区，或它不在您的辖区。请从列表中选择。");
    }
    return asked;
  }
}
