/** Keys of the phones that village workers take along. */
@NullMarked
package org.yimen.identity.phone;

import org.jspecify.annotations.NullMarked;
