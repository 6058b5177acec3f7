/** Production mode: the program starts only where its settings keep data safe. */
@NullMarked
package org.yimen.platform.production;

import org.jspecify.annotations.NullMarked;
