package org.yimen;

import org.yimen.eligibility.ExportScreening;
import org.yimen.exchange.ExportLinks;
import org.yimen.reporting.ExportRegister;
import org.yimen.reporting.evidence.ExportEvidence;
import picocli.CommandLine.Command;

/** Writes tables for outsiders; each module adds its own. */
@Command(
    name = "export",
    description = "导出表格供核对：每行数据关联到谁、初筛结果、台账、核查证据。",
    subcommands = {
      ExportLinks.class,
      ExportScreening.class,
      ExportRegister.class,
      ExportEvidence.class
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class ExportCommand {}
