/** One register: persons, households, areas and their dated facts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity"})
package org.yimen.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
