/** Who is recognised, what they get in which months, when they are looked at again, and the end. */
@NullMarked
package org.yimen.casework.standing;

import org.jspecify.annotations.NullMarked;
