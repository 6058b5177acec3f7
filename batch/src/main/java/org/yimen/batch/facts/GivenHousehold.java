package org.yimen.batch.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;

/**
 * A household as a file gives it.
 *
 * @param id the giver's own, empty where even that can't be read
 * @param area division code
 * @param household null where something is wrong with it
 * @param file and position where its row stands
 */
public record GivenHousehold(
    String id,
    String area,
    @Nullable Household household,
    String file,
    long position,
    List<Fault> faults) {}
