/** Reads YAML and JSON within bounds, remembering the line of every value. */
@NullMarked
package org.yimen.policy.text;

import org.jspecify.annotations.NullMarked;
