/** Families that a roll shows as recognised come under watch without being determined again. */
@NullMarked
package org.yimen.casework.takeover;

import org.jspecify.annotations.NullMarked;
