/** What keeps the running program observable: outages, health, logs and metrics. */
@NullMarked
package org.yimen.platform.running;

import org.jspecify.annotations.NullMarked;
