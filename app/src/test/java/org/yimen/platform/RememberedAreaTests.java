package org.yimen.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules folders of an area hold until others are named. */
class RememberedAreaTests {

  @TempDir Path home;
  @TempDir Path county;

  @Test
  void a_start_without_an_area_uses_that_of_the_last_time() {
    assertThat(Program.areas(home, null)).isEmpty();
    Map<String, Object> named = Map.of("yimen.area", county.toString());
    assertThat(Program.areas(home, List.of(county))).isEqualTo(named);
    assertThat(Program.areas(home, null)).isEqualTo(named);
  }

  @Test
  void a_folder_that_is_gone_is_told_with_what_to_do() throws Exception {
    Program.areas(home, List.of(county));
    Files.delete(county);
    assertThatThrownBy(() -> Program.areas(home, null))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("--area");
    Files.createDirectory(county);
  }
}
