package org.yimen.exchange.outward;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.exchange.outward.UpstreamSystem.Column;
import org.yimen.exchange.outward.UpstreamSystem.Sheet;
import org.yimen.platform.SheetWriter;
import org.yimen.platform.database.RowReach;
import org.yimen.platform.secrecy.SealedFolder;

/** The workbook of a pack, sealed on the disk, in the heads and order of its system. */
@Component
class WritePack {

  private static final int AT_ONCE = 1_000;
  private static final int WIDEST = 30;

  static final Map<String, String> CHANGES = Map.of("new", "新增", "changed", "变更", "left", "退出");

  private final JdbcClient jdbc;
  private final Cells cells;
  private final SealedFolder files;
  private final TransactionTemplate apart;

  WritePack(
      JdbcClient jdbc,
      Cells cells,
      SealedFolder outwardFiles,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.cells = cells;
    this.files = outwardFiles;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  void write(long pack, UpstreamSystem system, String stored) throws IOException {
    Path partial = files.write(out -> workbook(pack, system, out));
    Files.move(partial, files.folder().resolve(stored), StandardCopyOption.ATOMIC_MOVE);
  }

  void read(String stored, OutputStream out) throws IOException {
    try (var in = Channels.newInputStream(files.read(stored))) {
      in.transferTo(out);
    }
  }

  /** Removes files that no pack names, left by a program that was killed. Under the lock only. */
  void sweep() {
    // whoever makes a pack may not see all packs, but all files are theirs together
    Set<String> named =
        RowReach.asProgram(() -> Objects.requireNonNull(apart.execute(status -> named())));
    if (!Files.isDirectory(files.folder())) {
      return;
    }
    try (Stream<Path> all = Files.list(files.folder())) {
      for (Path file : all.toList()) {
        if (!named.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> named() {
    return new HashSet<>(
        jdbc.sql(
                """
                select stored_as from exchange.outward_pack
                union all
                select receipt_as from exchange.outward_pack where receipt_as is not null
                """)
            .query(String.class)
            .list());
  }

  private void workbook(long pack, UpstreamSystem system, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Yimen", "1.0")) {
      for (Sheet sheet : system.sheets()) {
        List<SheetWriter.Column> heads = new ArrayList<>();
        for (Column column : sheet.columns()) {
          int width = Math.min(WIDEST, 4 + 2 * column.header().length());
          heads.add(new SheetWriter.Column(column.header(), width));
        }
        try (SheetWriter writer = new SheetWriter(workbook, sheet.name(), heads)) {
          rows(pack, sheet, writer);
        }
      }
    }
  }

  private void rows(long pack, Sheet sheet, SheetWriter writer) {
    try (Stream<Object[]> rows =
        jdbc
            .sql(
                """
                select id, change, content[1] as sealed from exchange.outward_row
                where pack = :pack and sheet = :sheet order by area, family, id
                """)
            .withFetchSize(AT_ONCE)
            .param("pack", pack)
            .param("sheet", sheet.name())
            .query(
                (row, number) ->
                    filled(
                        sheet,
                        cells.open(row.getLong("id"), row.getBytes("sealed")),
                        row.getString("change")))
            .stream()) {
      rows.forEach(writer::row);
    }
  }

  private static Object[] filled(Sheet sheet, List<String> texts, String change) {
    Object[] filled = texts.toArray();
    for (int i = 0; i < Math.min(filled.length, sheet.columns().size()); i++) {
      if (sheet.columns().get(i).change()) {
        filled[i] = CHANGES.get(change);
      }
    }
    return filled;
  }
}
