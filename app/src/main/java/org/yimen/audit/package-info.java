/** Who did what and who read whom, in hash chains that can be checked; nobody depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity"})
package org.yimen.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
