package org.yimen;

import org.yimen.reporting.ExportRegister;
import picocli.CommandLine.Command;

/** {@code yimen export …}: files for others; each module adds its own command class to the list. */
@Command(
    name = "export",
    description = "导出文件。",
    subcommands = {ExportRegister.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ExportCommand {}
