/** Photos and signatures of a case: checked by their content, sealed, each kept once. */
@NullMarked
package org.yimen.casework.attachment;

import org.jspecify.annotations.NullMarked;
