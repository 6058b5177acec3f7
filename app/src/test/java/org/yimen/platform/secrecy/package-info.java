/** Tests of sealing and keys. */
@NullMarked
package org.yimen.platform.secrecy;

import org.jspecify.annotations.NullMarked;
