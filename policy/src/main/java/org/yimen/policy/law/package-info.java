/** Reads the rule files into one typed tree, or refuses them with file and line. */
@NullMarked
package org.yimen.policy.law;

import org.jspecify.annotations.NullMarked;
