package org.yimen.reporting.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.yimen.platform.PlainFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an export back; knows nothing but its folder. */
final class EvidenceFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Manifest manifest;

  private EvidenceFiles(Path folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /** The export of a folder; a plain failure where there is none. */
  static EvidenceFiles in(Path folder) {
    Path file = folder.resolve(Manifest.NAME);
    try {
      Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new PlainFailure(
            "%s 的格式是 %d，本程序只认识 %d。请用导出它的版本核查。".formatted(file, manifest.format(), Manifest.FORMAT));
      }
      return new EvidenceFiles(folder, manifest);
    } catch (IOException | JacksonException e) {
      throw new PlainFailure("无法读取 %s。请指定 yimen export evidence 导出的文件夹。".formatted(file), e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** Whatever is not as the manifest says. */
  List<String> damaged() {
    List<String> damaged = new ArrayList<>();
    for (Manifest.File file : manifest.files()) {
      Path path = folder.resolve(file.name());
      MessageDigest digest = WriteEvidence.sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        damaged.add(file.name() + " 缺少或无法读取");
        continue;
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
        damaged.add(file.name() + " 与清单的校验值不一致");
      }
    }
    if (!WriteEvidence.hash(manifest.files()).equals(manifest.hash())) {
      damaged.add("清单的总校验值不一致");
    }
    return damaged;
  }

  List<JsonNode> all(EvidenceKind kind) {
    List<JsonNode> rows = new ArrayList<>();
    each(kind, rows::add);
    return rows;
  }

  void each(EvidenceKind kind, Consumer<JsonNode> row) {
    Path file = folder.resolve(kind.file());
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        row.accept(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new PlainFailure("无法读取 %s。".formatted(file), e);
    } catch (JacksonException e) {
      throw new PlainFailure("%s 第 %d 行不是 JSON。".formatted(file, number), e);
    }
  }
}
