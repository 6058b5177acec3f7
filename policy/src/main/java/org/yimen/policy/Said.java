package org.yimen.policy;

/**
 * What a condition says in another language than Chinese.
 *
 * @param title its name
 * @param text a sentence; its name alone where the rules have none for that finding
 */
public record Said(String title, String text) {}
