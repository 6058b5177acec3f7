/** Deliveries from bureaus: read, checked, linked to the register, reported row by row. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "registry", "eligibility"})
package org.yimen.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
