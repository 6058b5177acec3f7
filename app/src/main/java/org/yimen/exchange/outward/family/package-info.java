/** The families that go out, each as one description from which any system's columns are filled. */
@NullMarked
package org.yimen.exchange.outward.family;

import org.jspecify.annotations.NullMarked;
