/** Dated values with document and article; the most specific area holds. */
@NullMarked
package org.yimen.policy.parameters;

import org.jspecify.annotations.NullMarked;
