/** An invented district of any size from a seed, as the files its bureaus would send. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "identity :: staff",
      "registry",
      "eligibility",
      "exchange",
      "exchange :: loading",
      "casework :: notice"
    })
package org.yimen.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
