/** Determinations, decisions and notices are signed, so that a change from outside is found. */
@NullMarked
package org.yimen.casework.signed;

import org.jspecify.annotations.NullMarked;
