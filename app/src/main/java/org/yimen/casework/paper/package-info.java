/** The papers of a case, to be signed, hung and served: PDF and editable Word from one text. */
@NullMarked
package org.yimen.casework.paper;

import org.jspecify.annotations.NullMarked;
