/** Tests of the finished program as a process of its own: started, driven, killed. */
@NullMarked
package org.yimen.running;

import org.jspecify.annotations.NullMarked;
