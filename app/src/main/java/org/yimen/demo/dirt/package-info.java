/** How clerks and machines spoil what is true: names, numbers and dates as real files hold them. */
@NullMarked
package org.yimen.demo.dirt;

import org.jspecify.annotations.NullMarked;
