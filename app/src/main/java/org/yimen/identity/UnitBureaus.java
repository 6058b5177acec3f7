package org.yimen.identity;

import java.util.List;

/** Which bureaus' files a unit answers for; whoever takes deliveries in knows. */
public interface UnitBureaus {

  /** Bureaus as formats name them; empty for none. */
  List<String> of(String unit);
}
