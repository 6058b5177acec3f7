/** What hangs in the village, objections to it, and the answer to them. */
@NullMarked
@NamedInterface("notice")
package org.yimen.casework.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
