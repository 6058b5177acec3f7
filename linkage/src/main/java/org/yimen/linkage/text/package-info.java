/** What names, citizen numbers and birth dates say, however they are written. */
@NullMarked
package org.yimen.linkage.text;

import org.jspecify.annotations.NullMarked;
