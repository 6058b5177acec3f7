package org.yimen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yimen.audit.VerifyCommand;
import org.yimen.demo.GenerateDistrict;
import org.yimen.eligibility.AssessCommand;
import org.yimen.eligibility.ScreenCommand;
import org.yimen.exchange.LoadCommand;
import org.yimen.identity.staff.BootstrapCommand;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;
import org.yimen.platform.backup.BackupCommand;
import org.yimen.platform.backup.RestoreCommand;
import org.yimen.platform.secrecy.KeysCommand;
import org.yimen.reporting.evidence.CheckCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The application and its commands; each module adds its own command class to the list here. */
@SpringBootApplication
@EnableAsync
@EnableScheduling
@Command(
    name = "yimen",
    description = "一门：各部门数据汇成一本册，逐户给出有依据的初筛提示。",
    subcommands = {
      StartCommand.class,
      BootstrapCommand.class,
      LoadCommand.class,
      ScreenCommand.class,
      ExportCommand.class,
      AssessCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      VerifyCommand.class,
      KeysCommand.class,
      CheckCommand.class,
      GenerateDistrict.class
    },
    mixinStandardHelpOptions = true,
    version = "0.1.0")
public class Yimen {

  public static void main(String[] args) {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    // statutory days begin at midnight in Beijing, wherever the machine thinks it is
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    int code = commandLine().execute(args);
    if (code >= 0) {
      System.exit(code);
    }
  }

  private static CommandLine commandLine() {
    Program program = new Program(Yimen.class);
    CommandLine root = new CommandLine(new Yimen(), new Commands(program));
    root.registerConverter(LocalDate.class, Yimen::day);
    root.setParameterExceptionHandler(Yimen::misused);
    root.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          if (e instanceof PlainFailure) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
          }
          throw e;
        });
    return root.setExecutionStrategy(
        parsed -> {
          if (!parsed.hasSubcommand()
              && !parsed.isUsageHelpRequested()
              && !parsed.isVersionHelpRequested()) {
            root.usage(System.err);
            return CommandLine.ExitCode.USAGE;
          }
          program.runs(
              parsed.asCommandLineList().stream()
                  .skip(1)
                  .map(CommandLine::getCommandName)
                  .collect(Collectors.joining(" ")));
          return new CommandLine.RunLast().execute(parsed);
        });
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "日期“%s”不正确。请写成年-月-日，如 2025-08-01。".formatted(typed));
    }
  }

  private static int misused(CommandLine.ParameterException e, String[] args) {
    if (e.getCause() instanceof CommandLine.TypeConversionException badly) {
      System.err.println(badly.getMessage());
    } else {
      System.err.println(e.getMessage());
      e.getCommandLine().usage(System.err);
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Makes command classes: those that open the application take the {@link Program}. */
  private record Commands(Program program) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        var withProgram = type.getDeclaredConstructor(Program.class);
        withProgram.setAccessible(true);
        return withProgram.newInstance(program);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
