package org.yimen.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence on all candidates comes to.
 *
 * @param outcome what becomes of the row
 * @param best the person chosen or first suggested
 * @param belief how probable it is that the row is of the best, 0 to 1
 * @param ranked all candidates worth showing, best first
 */
record Verdict(Outcome outcome, @Nullable Evidence best, double belief, List<Evidence> ranked) {}
