/** The twenty-four files, each in its bureau's own layout, and the truth behind their rows. */
@NullMarked
package org.yimen.demo.files;

import org.jspecify.annotations.NullMarked;
