package org.yimen.policy;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;

/**
 * A household and where the law is asked about it.
 *
 * @param area division code, null: only national values hold
 */
public record Subject(Household household, @Nullable String area) {}
