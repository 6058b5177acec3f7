/** The ledgers that a village or township keeps, as workbooks. */
@NullMarked
package org.yimen.casework.ledger;

import org.jspecify.annotations.NullMarked;
