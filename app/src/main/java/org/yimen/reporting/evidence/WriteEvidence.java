package org.yimen.reporting.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.platform.OwnerOnly;
import tools.jackson.databind.json.JsonMapper;

/** Writes the evidence as of one moment: everything out of the same database snapshot. */
@Component
class WriteEvidence {

  private static final int AT_ONCE = 5_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate jdbc;
  private final Clock clock;

  WriteEvidence(DataSource dataSource, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(AT_ONCE);
    this.clock = clock;
  }

  /** Writes all files and, last, the manifest. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Manifest into(Path folder) throws IOException {
    jdbc.execute("set local time zone 'UTC'");
    List<Manifest.File> files = new ArrayList<>();
    for (EvidenceKind kind : EvidenceKind.values()) {
      files.add(write(folder.resolve(kind.file()), kind));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            clock.instant().toString(),
            hash(files),
            files,
            List.of("referrals", "payments"));
    Path file = folder.resolve(Manifest.NAME);
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
    OwnerOnly.file(file);
    return manifest;
  }

  /** The audit grows with every look, also with this one; its chains speak for themselves. */
  static String hash(List<Manifest.File> files) {
    MessageDigest digest = sha256();
    files.stream()
        .filter(one -> !one.name().startsWith(EvidenceKind.AUDIT.code()))
        .forEach(
            one ->
                digest.update(
                    (one.name() + " " + one.sha256() + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Manifest.File write(Path file, EvidenceKind kind) throws IOException {
    long[] rows = {0};
    MessageDigest digest = sha256();
    try (OutputStream out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
      OwnerOnly.file(file);
      jdbc.query(
          kind.query(),
          row -> {
            rows[0]++;
            line(out, row.getString(1));
          });
    }
    return new Manifest.File(kind.file(), rows[0], HexFormat.of().formatHex(digest.digest()));
  }

  private static void line(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
