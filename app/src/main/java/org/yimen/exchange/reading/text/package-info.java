/** What people type into cells, made comparable: texts, dates, words of code lists. */
@NullMarked
package org.yimen.exchange.reading.text;

import org.jspecify.annotations.NullMarked;
