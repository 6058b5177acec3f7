/** What a family sees of its application without signing in, and the brake on guessing its code. */
@NullMarked
package org.yimen.casework.progress;

import org.jspecify.annotations.NullMarked;
