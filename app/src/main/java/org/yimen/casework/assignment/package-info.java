/** Who visits which families (派单): two people for each, named before they go. */
@NullMarked
package org.yimen.casework.assignment;

import org.jspecify.annotations.NullMarked;
