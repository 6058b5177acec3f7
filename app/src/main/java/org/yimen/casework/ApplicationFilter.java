package org.yimen.casework;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.ProblemType;

/**
 * Which applications are wanted.
 *
 * @param state codes; none: any
 * @param kind application or recheck; empty: any
 * @param area what the area's code begins with
 * @param text part of the number or of the applicant's name
 * @param late late, today or soon (within three days); empty: any
 * @param household in the register
 * @param assigned me: the user is to visit it; nobody: nobody is; empty: any
 */
public record ApplicationFilter(
    @Nullable List<String> state,
    @Nullable String kind,
    @Nullable String area,
    @Nullable String text,
    @Nullable String late,
    @Nullable Long household,
    @Nullable String assigned) {

  /** All in the user's area. */
  public static final ApplicationFilter ANY =
      new ApplicationFilter(null, null, null, null, null, null, null);

  private static final Set<String> LATE = Set.of("", "late", "today", "soon");
  private static final Set<String> ASSIGNED = Set.of("", "me", "nobody");

  /** A problem 400 where it asks for what there is not. */
  public void check() {
    if (late != null && !LATE.contains(late)) {
      throw ProblemType.INVALID_REQUEST.because("期限（late）只能是 late、today、soon 之一。");
    }
    if (assigned != null && !ASSIGNED.contains(assigned)) {
      throw ProblemType.INVALID_REQUEST.because("派单（assigned）只能是 me、nobody 之一。");
    }
  }
}
