/** What any linkage of records needs: blocks, weights of agreement, assignment one to one. */
@NullMarked
package org.yimen.linkage.matching;

import org.jspecify.annotations.NullMarked;
