@NullMarked
package org.yimen.platform.running;

import org.jspecify.annotations.NullMarked;
