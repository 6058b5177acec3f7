/** Runs the rules over the register and keeps what they say. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "registry"})
package org.yimen.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
