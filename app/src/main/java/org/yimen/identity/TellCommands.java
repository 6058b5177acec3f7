package org.yimen.identity;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yimen.platform.CommandRun;

/** Tells the audit which commands are run, by the operating system's user. */
@Component
class TellCommands {

  private final Access access;

  TellCommands(Access access) {
    this.access = access;
  }

  @EventListener
  void tell(CommandRun run) {
    access.tellOf("os:" + run.user(), Deed.COMMAND, run.command());
  }
}
