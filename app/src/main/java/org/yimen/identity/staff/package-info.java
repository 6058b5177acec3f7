/** Units, positions, who holds them, and the accounts that the security administrator keeps. */
@NamedInterface("staff")
@NullMarked
package org.yimen.identity.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
