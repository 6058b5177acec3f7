/** What people type to find somebody never stands in an address. */
@NullMarked
package org.yimen.platform.search;

import org.jspecify.annotations.NullMarked;
