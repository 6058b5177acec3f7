/** What is found out of a family: authorisations, the information check, visits, the proposal. */
@NullMarked
package org.yimen.casework.investigation;

import org.jspecify.annotations.NullMarked;
