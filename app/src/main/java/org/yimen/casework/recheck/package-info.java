/** Looking at a recognised family again, and what is decided of it. */
@NullMarked
package org.yimen.casework.recheck;

import org.jspecify.annotations.NullMarked;
