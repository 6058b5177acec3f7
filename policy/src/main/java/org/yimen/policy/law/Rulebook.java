package org.yimen.policy.law;

import java.util.List;
import java.util.Map;
import org.yimen.policy.Category;
import org.yimen.policy.WatchKind;
import org.yimen.policy.clocks.WorkCalendar;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.rule.Definition;

/**
 * All rules, parsed and checked.
 *
 * @param calendar working days
 * @param householdConditions in the order of the files
 * @param memberConditions in the order of the files
 * @param categories each household category's test, in the order of the law
 * @param watch the watch's test
 * @param watchKinds each kind's test, the first that is met holds
 * @param texts every version of every rule, in the order of the files
 * @param uyghur what names and sentences are in Uyghur, by the Chinese
 * @param hash of all files read
 */
public record Rulebook(
    Parameters parameters,
    WorkCalendar calendar,
    List<Condition> householdConditions,
    List<Condition> memberConditions,
    Map<Category, Definition> categories,
    Definition watch,
    Map<WatchKind, Definition> watchKinds,
    Named named,
    List<RuleText> texts,
    Map<String, String> uyghur,
    long hash) {}
