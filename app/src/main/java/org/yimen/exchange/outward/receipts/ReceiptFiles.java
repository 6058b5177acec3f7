package org.yimen.exchange.outward.receipts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.yimen.exchange.outward.UpstreamSystem;
import org.yimen.platform.secrecy.SealedFolder;

/** Receipts as they came, sealed on the disk beside their packs. */
@Component
class ReceiptFiles {

  private static final int LONGEST_NAME = 200;

  private final SealedFolder files;
  private final ReadReceipt reading;
  private final JdbcClient jdbc;

  ReceiptFiles(SealedFolder outwardFiles, ReadReceipt reading, JdbcClient jdbc) {
    this.files = outwardFiles;
    this.reading = reading;
    this.jdbc = jdbc;
  }

  /** A kept file, with the name that its sender gave it. */
  record Kept(String storedAs, String name) {}

  Kept keep(long pack, MultipartFile sent) throws IOException {
    // so that whoever makes a pack meanwhile doesn't sweep it away before this is through
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('exchange.outward'))")
        .query((RowCallbackHandler) row -> {});
    String stored = UUID.randomUUID().toString();
    try (InputStream content = sent.getInputStream()) {
      Path partial = files.write(content::transferTo);
      Files.move(partial, files.folder().resolve(stored), StandardCopyOption.ATOMIC_MOVE);
    }
    jdbc.sql("update exchange.outward_pack set receipt_as = :stored where id = :id")
        .param("stored", stored)
        .param("id", pack)
        .update();
    return new Kept(
        stored, clean(sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename()));
  }

  List<ReceiptLine> read(UpstreamSystem system, Kept kept) {
    return reading.of(system, () -> files.read(kept.storedAs()), kept.name());
  }

  private static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String shown = last.replaceAll("\\p{Cntrl}", "").strip();
    String whole = shown.isEmpty() ? "未命名" : shown;
    return whole.length() <= LONGEST_NAME ? whole : whole.substring(whole.length() - LONGEST_NAME);
  }
}
