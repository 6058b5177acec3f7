/** What is sent twice is done once. */
@NullMarked
package org.yimen.platform.once;

import org.jspecify.annotations.NullMarked;
