package org.yimen.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.secrecy.Secrecy;

/**
 * The published ends of the chains, a line each: time, chain, number, hash, then the version of the
 * keys and the signature over what stands before them. Lines of before 0.2 bear no signature.
 */
final class HeadsFile {

  private static final int UNSIGNED = 4;
  private static final int SIGNED = 6;

  private final Path file;

  /** In the folder that the setting {@code yimen.audit.heads} names, by default in the home. */
  HeadsFile(Path home, String place) {
    Path folder = place.isBlank() ? home.resolve("audit") : Path.of(place.strip());
    this.file = folder.resolve("heads.csv");
  }

  /** One line; the signature is null where it bears none. */
  record Line(PublishedHeads.Head head, String said, Secrecy.@Nullable Signature signature) {

    /** From before lines were signed. */
    boolean plain() {
      return signature == null && head.seq() > 0;
    }

    boolean genuine(Secrecy secrecy) {
      return signature != null && secrecy.verify(bytes(said), signature);
    }
  }

  Path path() {
    return file;
  }

  private static byte[] bytes(String said) {
    return ("yimen audit head " + said).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A line signed now. */
  static String signed(String at, PublishedHeads.Head head, Secrecy secrecy) {
    String said = "%s,%d,%d,%s".formatted(at, head.part(), head.seq(), head.hash());
    Secrecy.Signature signature = secrecy.sign(bytes(said));
    return "%s,%d,%s%n"
        .formatted(said, signature.version(), HexFormat.of().formatHex(signature.bytes()));
  }

  void append(CharSequence lines) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Everything published so far; a line that was cut or can't be read is left out. */
  List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(",", -1);
      if (parts.length == UNSIGNED || parts.length == SIGNED) {
        try {
          lines.add(line(line, parts));
        } catch (IllegalArgumentException e) {
          lines.add(new Line(new PublishedHeads.Head(-1, -1, ""), line, null));
        }
      }
    }
    return lines;
  }

  private static Line line(String line, String[] parts) {
    var head =
        new PublishedHeads.Head(Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[3]);
    if (parts.length == UNSIGNED) {
      return new Line(head, line, null);
    }
    String said = String.join(",", List.of(parts).subList(0, UNSIGNED));
    return new Line(
        head,
        said,
        new Secrecy.Signature(Integer.parseInt(parts[4]), HexFormat.of().parseHex(parts[5])));
  }
}
