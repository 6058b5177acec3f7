/**
 * Deliveries from bureaus: read, checked, linked to the register, reported row by row; and what
 * goes out to the national systems.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "registry",
      "eligibility",
      "eligibility :: inforce",
      "casework :: delivered"
    })
package org.yimen.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
