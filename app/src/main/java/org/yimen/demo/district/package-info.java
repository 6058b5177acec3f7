/**
 * Who lives in the invented district: people, families, money, health, and the lists they stand on.
 */
@NullMarked
package org.yimen.demo.district;

import org.jspecify.annotations.NullMarked;
