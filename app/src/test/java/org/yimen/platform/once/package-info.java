@NullMarked
package org.yimen.platform.once;

import org.jspecify.annotations.NullMarked;
