@NullMarked
package org.yimen.casework.merge;

import org.jspecify.annotations.NullMarked;
