package org.yimen.linkage;

import java.util.List;

/**
 * What the linker made of one row.
 *
 * @param row the row's own number, {@link SourceRecord#row()}
 * @param outcome what becomes of the row
 * @param person the person for {@code LINK} and {@code NEW}, otherwise 0
 * @param household that person's household, 0 where it is not known or there is no person
 * @param weight evidence in bits for the person chosen, or for the best suggestion
 * @param reason why
 * @param suggestions persons to choose from, best first; empty unless {@code REVIEW}
 */
public record Decision(
    int row,
    Outcome outcome,
    long person,
    long household,
    double weight,
    Reason reason,
    List<Suggestion> suggestions) {}
