package org.yimen.exchange.outward;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.exchange.reading.Formats;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.CurrentUser.Reach;
import org.yimen.platform.ProblemType;

/**
 * What of the deliveries is the user's: the area that they ask for within their own, and the
 * systems of their bureau where their position reaches no further than that.
 */
@Component
public class OutwardScope {

  private static final Pattern CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

  private final UpstreamSystems systems;
  private final Formats formats;
  private final Access access;

  OutwardScope(UpstreamSystems systems, Formats formats, Access access) {
    this.systems = systems;
    this.formats = formats;
    this.access = access;
  }

  /**
   * What the codes of the areas meant begin with: the one asked for, or all of the user's.
   *
   * @throws org.yimen.platform.Problem invalid-request
   */
  public String area(@Nullable String asked) {
    String own = access.areaPrefix();
    if (asked == null || asked.isBlank()) {
      return own;
    }
    if (!CODE.matcher(asked).matches() || !asked.startsWith(own)) {
      throw ProblemType.INVALID_REQUEST.because("没有这个地区，或它不在您的辖区。请从列表中选择。");
    }
    return asked;
  }

  /** Those of the user's bureau; all of them where the position reaches more than its unit's. */
  public List<UpstreamSystem> systems() {
    CurrentUser user = access.user();
    return systems.all().stream()
        .filter(
            one -> user.position().reach() == Reach.AREA || formats.isOf(user.unit(), one.bureau()))
        .toList();
  }

  /** The ids of {@link #systems()}. */
  public String[] systemIds() {
    return systems().stream().map(UpstreamSystem::id).toArray(String[]::new);
  }

  /**
   * The system of that id.
   *
   * @throws org.yimen.platform.Problem invalid-request where there is none, refused where it isn't
   *     one of the user's
   */
  UpstreamSystem system(String id) {
    UpstreamSystem system = systems.get(id);
    if (!systems().contains(system)) {
      throw ProblemType.REFUSED.because(
          "“%s”由%s部门上报，您的岗位不能办理。".formatted(system.title(), system.bureau()));
    }
    return system;
  }
}
