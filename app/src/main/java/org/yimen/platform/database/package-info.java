/** The database: the program's own PostgreSQL server or an outside one, and the migrations. */
@NullMarked
package org.yimen.platform.database;

import org.jspecify.annotations.NullMarked;
