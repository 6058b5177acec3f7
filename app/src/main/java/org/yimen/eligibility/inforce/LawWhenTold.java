package org.yimen.eligibility.inforce;

import java.time.Instant;
import org.yimen.policy.Law;

/**
 * The law as people knew it when they told something. A payment was reckoned by that law, so a
 * standard that is put in force later, be it for days before, says nothing of the income that the
 * payment presupposes.
 */
@FunctionalInterface
public interface LawWhenTold {

  Law at(Instant told);
}
