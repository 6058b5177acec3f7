/** One application from its receipt to the decision, with the law's steps, limits and witnesses. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "identity :: staff",
      "registry",
      "eligibility",
      "eligibility :: inforce",
      "eligibility :: evidence"
    })
package org.yimen.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
