/** What hangs in the village, objections to it, and the answer to them. */
@NullMarked
package org.yimen.casework.notice;

import org.jspecify.annotations.NullMarked;
