/**
 * The one form: its definition, the check of answers against it, and the case that comes of them.
 */
@NullMarked
package org.yimen.casework.form;

import org.jspecify.annotations.NullMarked;
