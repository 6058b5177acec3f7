package org.yimen.linkage;

/**
 * A person a doubtful row may be of.
 *
 * @param person id of the person in the register
 * @param weight evidence in bits; 10 more means a thousand times likelier
 * @param why what agrees and what differs, in Chinese
 */
public record Suggestion(long person, double weight, String why) {}
