/** What integration tests of all modules stand on: a real server, a fresh database, a clock. */
@NullMarked
package org.yimen.platform.testing;

import org.jspecify.annotations.NullMarked;
