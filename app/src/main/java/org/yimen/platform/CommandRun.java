package org.yimen.platform;

/**
 * Somebody runs a command on this machine.
 *
 * @param user the operating system's name of them
 * @param command such as {@code export links}, without its arguments
 */
public record CommandRun(String user, String command) {}
