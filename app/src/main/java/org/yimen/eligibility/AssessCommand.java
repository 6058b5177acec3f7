package org.yimen.eligibility;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.yimen.policy.Law;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code yimen assess FILE...}: determines case files without opening the register. One JSON object
 * a case and line on standard output. Exit 0: every expectation holds, 1: some fails, 2: a file
 * can't be read.
 */
@Command(name = "assess", description = "按规则判定案例文件，每个案例输出一行 JSON", mixinStandardHelpOptions = true)
public final class AssessCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "案例文件（YAML 或 JSON）")
  private List<Path> files = List.of();

  @Option(names = "--area", paramLabel = "DIR", description = "地区规则文件夹，其中的参数优先；可以写多次")
  private List<Path> areas = List.of();

  @Override
  public Integer call() throws IOException {
    Law law;
    try {
      law = Law.load(areas);
    } catch (BadFile e) {
      tell(e);
      return 2;
    }
    int code = 0;
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
      for (Path file : files) {
        code = Math.max(code, assess(law, file, out));
      }
    }
    return code;
  }

  private static int assess(Law law, Path file, OutputStream out) throws IOException {
    List<Assessment> assessments;
    try {
      assessments = Assessment.all(law, file.toString(), bytes(file));
    } catch (BadFile e) {
      tell(e);
      return 2;
    }
    int code = 0;
    for (Assessment assessment : assessments) {
      out.write((assessment.json() + "\n").getBytes(StandardCharsets.UTF_8));
      PolicyCase one = assessment.determined();
      for (String failed : assessment.failed()) {
        System.err.printf("%s 第%d行“%s”：%s%n", file, one.line(), one.name(), failed);
        code = 1;
      }
    }
    return code;
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new BadFile(file.toString(), 0, "这是文件夹，请写案例文件。");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(Docs.MAX_BYTES + 1);
      }
    } catch (IOException e) {
      throw new BadFile(file.toString(), 0, "没有这个文件，或无法读取。");
    }
  }

  private static void tell(BadFile e) {
    e.problems().forEach(System.err::println);
  }
}
