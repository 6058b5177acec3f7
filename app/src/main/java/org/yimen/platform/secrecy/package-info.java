/** Encryption at rest: algorithms, keys, sealed fields and files, blind indexes, signatures. */
@NullMarked
package org.yimen.platform.secrecy;

import org.jspecify.annotations.NullMarked;
