/** Tests of backups, and that nothing sensitive lies on the disk in the plain. */
@NullMarked
package org.yimen.platform.backup;

import org.jspecify.annotations.NullMarked;
