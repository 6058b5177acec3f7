package org.yimen.policy.rule;

/**
 * Where a fact stands in a case: {@code a.income[0]}. Each is made once a household.
 *
 * @param number its place among all that were asked for of the household, from 0
 */
public record FactPath(int number, String text) {}
