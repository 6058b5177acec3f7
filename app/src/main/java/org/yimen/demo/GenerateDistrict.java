package org.yimen.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.yimen.demo.district.District;
import org.yimen.demo.files.DistrictFiles;
import org.yimen.platform.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yimen generate DIR}: an invented district of any size, the same from the same seed. */
@Command(name = "generate", description = "生成一个虚构的区县（各部门来文与标准答案），用于试用、测试和压测")
public final class GenerateDistrict implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "写入的文件夹")
  private Path folder = Path.of(".");

  @Option(names = "--households", description = "户数（60 至 1400000），默认 ${DEFAULT-VALUE}")
  private int households = 14_000;

  @Option(names = "--seed", description = "随机种子，同样的种子得到同样的文件，默认 ${DEFAULT-VALUE}")
  private long seed = 7;

  @Override
  public Integer call() throws IOException {
    if (households < 60 || households > 1_400_000) {
      System.err.println("户数应在 60 到 1400000 之间。");
      return 2;
    }
    ProgressLine progress = ProgressLine.onStandardError();
    DistrictFiles.write(
        District.draw(seed, households),
        folder,
        percent -> progress.show(percent, 100, "生成中", percent + "%"));
    progress.end();
    System.out.println("已生成 " + households + " 户，文件在 " + folder.resolve("files"));
    return 0;
  }
}
