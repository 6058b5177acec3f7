package org.yimen.casework.decision;

import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.identity.Access;
import org.yimen.platform.ProblemType;

/** The district decides; a township only where it is entrusted with it (民发〔2022〕83号 四（一）). */
@Component
public class MayDecide {

  private static final int TOWN_CODE = 9;

  private final CaseClocks clocks;
  private final Access access;

  MayDecide(CaseClocks clocks, Access access) {
    this.clocks = clocks;
    this.access = access;
  }

  /** Refuses a township that isn't entrusted. */
  public void check(Application application) {
    check(application.area());
  }

  /** The same for all cases of an area. */
  public void check(String area) {
    if (access.areaPrefix().length() >= TOWN_CODE && !isDelegated(area)) {
      throw ProblemType.INVALID_REQUEST.because("本乡镇（街道）没有受委托确认，须由区民政局决定。");
    }
  }

  /** Whether an entrusted township decides now. */
  public boolean isDelegated(Application application) {
    return isDelegated(application.area());
  }

  /** The same for all cases of an area. */
  public boolean isDelegated(String area) {
    return access.areaPrefix().length() >= TOWN_CODE && clocks.isDelegated(area);
  }
}
