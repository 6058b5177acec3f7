@NullMarked
package org.yimen.platform.production;

import org.jspecify.annotations.NullMarked;
