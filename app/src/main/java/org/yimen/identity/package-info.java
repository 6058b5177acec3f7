/** Who signs in, for which unit and area, and what their role may do. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.yimen.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
