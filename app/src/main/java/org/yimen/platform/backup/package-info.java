/** Backups: the database and the stored files of one moment in one sealed file, and back again. */
@NullMarked
package org.yimen.platform.backup;

import org.jspecify.annotations.NullMarked;
