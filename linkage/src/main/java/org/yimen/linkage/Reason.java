package org.yimen.linkage;

/**
 * Why a row was linked, sent to a person, held for new, or refused.
 *
 * @param code stable word for programs, e.g. {@code number-and-name}
 * @param text a Chinese sentence for people
 */
public record Reason(String code, String text) {}
