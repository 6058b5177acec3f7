package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class OfficePhonesTests {

  @Test
  void the_settings_name_telephones_by_the_codes_of_areas() throws IOException {
    String settings =
        """
        yimen:
          phones:
            650107200: 0991-0000000
            "650107": 0991-0000001
        """;
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("settings", new ByteArrayResource(settings.getBytes(StandardCharsets.UTF_8)))
        .forEach(environment.getPropertySources()::addLast);
    OfficePhones phones = new OfficePhones(environment);
    assertThat(phones.of("650107200")).isEqualTo("0991-0000000");
    assertThat(phones.of("650107")).isEqualTo("0991-0000001");
    assertThat(phones.of("650107200200")).isEmpty();
    assertThat(new OfficePhones(new StandardEnvironment()).of("650107")).isEmpty();
  }
}
