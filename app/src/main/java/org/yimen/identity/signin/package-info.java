/** Signing in with two factors, and what users do with their own account. */
@NullMarked
package org.yimen.identity.signin;

import org.jspecify.annotations.NullMarked;
