package org.yimen.policy.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/**
 * A rule file that has been read.
 *
 * @param mayDefine whether it may hold measures and conditions, not only values
 */
public record RuleSource(String name, byte[] bytes, Doc doc, boolean mayDefine) {
  private static final String ROOT = "/rules/";

  /** The files of the product that {@code rules/index.yaml} names. */
  public static List<RuleSource> ofProduct() {
    return listed("files");
  }

  /** The product's worked cases, which {@code rules/index.yaml} names as well. */
  public static List<RuleSource> casesOfProduct() {
    return listed("cases");
  }

  private static List<RuleSource> listed(String key) {
    Reading reading = new Reading("rules/index.yaml");
    Fields fields = reading.fields(Docs.read("rules/index.yaml", resource("index.yaml")), "规则目录");
    List<RuleSource> sources = new ArrayList<>();
    for (Doc file : reading.items(fields.get(key), key)) {
      if (file instanceof Doc.Scalar path) {
        String name = "rules/" + path.text();
        byte[] bytes = resource(path.text());
        sources.add(new RuleSource(name, bytes, Docs.read(name, bytes), true));
      }
    }
    reading.refuseProblems();
    return sources;
  }

  private static byte[] resource(String path) {
    try (InputStream in = RuleSource.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new BadFile("rules/" + path, 0, "没有这个规则文件。");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files {@code parameters*.yaml} of an area's folder; they may only hold dated values. */
  public static List<RuleSource> ofArea(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadFile(folder.toString(), 0, "没有这个地区规则文件夹，请核对 --area 的路径。");
    }
    List<RuleSource> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(RuleSource::isParameters).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        sources.add(
            new RuleSource(file.toString(), bytes, Docs.read(file.toString(), bytes), false));
      }
    } catch (IOException e) {
      throw new BadFile(folder.toString(), 0, "地区规则文件夹无法读取。");
    }
    if (sources.isEmpty()) {
      throw new BadFile(
          folder.toString(), 0, "这个文件夹里没有 parameters*.yaml，不会改变任何参数。请核对 --area 的路径和文件名。");
    }
    return sources;
  }

  private static boolean isParameters(Path file) {
    return file.getFileName().toString().matches("parameters.*\\.ya?ml");
  }

  /** The same for the same bytes in the same order (FNV-1a, 64 bits). */
  static long hash(List<RuleSource> sources) {
    long hash = 0xcbf29ce484222325L;
    for (RuleSource source : sources) {
      for (byte b : source.bytes) {
        hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
      }
      for (byte b : "\u0000end".getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ b) * 0x100000001b3L;
      }
    }
    return hash;
  }
}
