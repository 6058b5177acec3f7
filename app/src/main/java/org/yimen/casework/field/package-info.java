/**
 * Visits by phone: who waits for one, and what is known of the family before anybody asks it.
 * docs/spec/field.md
 */
@NullMarked
package org.yimen.casework.field;

import org.jspecify.annotations.NullMarked;
