package org.yimen.platform.secrecy;

import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yimen keys list|rotate|drop}: the keys that everything sensitive is sealed by. */
@Command(
    name = "keys",
    description = "密钥：查看、更换、删除旧版。",
    subcommands = {KeysCommand.Listing.class, KeysCommand.Rotate.class, KeysCommand.Drop.class},
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class KeysCommand {

  @Command(name = "list", description = "列出密钥文件里的各版密钥（不显示密钥本身）。", mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {

    @Override
    public Integer call() {
      Secrecy secrecy = Secrecy.withoutDatabase();
      KeyRing ring = secrecy.keys().ring();
      System.out.println("密钥文件：" + secrecy.file());
      for (KeyVersion version : ring.all()) {
        boolean newest = version.number() == ring.newest().number();
        System.out.printf(
            "第 %d 版 %s %s%n",
            version.number(), version.algorithms().code(), newest ? "（现用）" : "（旧版，旧备份可能要用）");
      }
      ring.givenUp().keySet().forEach(gone -> System.out.printf("第 %d 版 已删除%n", gone));
      return 0;
    }
  }

  @Command(
      name = "rotate",
      description = "更换密钥：造一版新密钥，把所有内容换用新密钥。不必停止服务；中断后再运行一次即可接着做。",
      mixinStandardHelpOptions = true)
  static final class Rotate implements Callable<Integer> {

    private final Program program;

    @Option(names = "--profile", description = "算法：sm（国密）或 intl（国际算法），默认不变")
    private String profile = "";

    Rotate(Program program) {
      this.program = program;
    }

    @Override
    public Integer call() {
      return program.run(
          Map.of(),
          context -> {
            int version =
                context
                    .getBean(ChangeKeys.class)
                    .to(profile, context.getBean(DataSource.class), System.out::println);
            System.out.printf(
                "已全部换用第 %d 版密钥。请立即另存密钥文件：%s%n旧版密钥仍留在文件里：更换之前的备份要用它才能恢复。%n",
                version, context.getBean(Secrecy.class).file());
            return 0;
          });
    }
  }

  @Command(
      name = "drop",
      description = "从密钥文件里删除一版不再使用的旧密钥。此后用它加密的旧备份无法恢复。",
      mixinStandardHelpOptions = true)
  static final class Drop implements Callable<Integer> {

    private final Program program;

    @Parameters(index = "0", paramLabel = "N", description = "第几版")
    private int version;

    Drop(Program program) {
      this.program = program;
    }

    @Override
    public Integer call() {
      return program.run(
          Map.of(),
          context -> {
            context.getBean(ChangeKeys.class).giveUp(version);
            System.out.printf("已删除第 %d 版密钥。用它加密的旧备份从此打不开。%n", version);
            return 0;
          });
    }
  }
}
