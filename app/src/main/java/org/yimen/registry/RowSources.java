package org.yimen.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells where facts come from; whoever takes deliveries in implements it. */
public interface RowSources {

  /** A row of a bureau's file; row is 1-based as in the file, sheet empty for csv and text. */
  @Schema(name = "FactSource")
  record Source(String bureau, String fileName, String sheet, int row) {}

  /** A row that was linked to a person, and why. */
  record LinkedRow(
      long delivery,
      String fileName,
      String bureau,
      String sheet,
      int row,
      String link,
      @Nullable String linkReason,
      @Nullable Float weight) {}

  /** The sources of the given rows; a row that is no longer kept is left out. */
  Map<Long, Source> of(Collection<Long> sourceRows);

  /** Every row linked to a person, oldest first. */
  List<LinkedRow> linkedTo(long person);
}
