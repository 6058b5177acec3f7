/** Lists and exports over several modules: only reads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "registry", "eligibility"})
package org.yimen.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
