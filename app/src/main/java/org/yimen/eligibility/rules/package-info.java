/** Shows people the law that the program goes by: rules, values, and the cases that test them. */
@NullMarked
package org.yimen.eligibility.rules;

import org.jspecify.annotations.NullMarked;
