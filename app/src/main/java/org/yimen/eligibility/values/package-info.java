/** Values of the law that people enter and two of them put in force. */
@NullMarked
package org.yimen.eligibility.values;

import org.jspecify.annotations.NullMarked;
