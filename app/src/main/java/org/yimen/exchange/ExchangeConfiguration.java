package org.yimen.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yimen.exchange.reading.Formats;
import org.yimen.identity.UnitBureaus;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.Secrecy;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

  /** The files as bureaus sent them. */
  @Bean
  SealedFolder deliveryFiles(Secrecy secrecy, Environment environment) {
    Path folder = Path.of(environment.getProperty("yimen.home", "data"), "deliveries");
    return new SealedFolder(secrecy, folder, "delivery", "来文原件");
  }

  /** The kinds of file that come with the program and those of the area folders. */
  @Bean
  Formats formats(Environment environment) {
    String areas = environment.getProperty("yimen.area", "");
    return Formats.load(
        Arrays.stream(areas.split(","))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder.strip(), "formats"))
            .toArray(Path[]::new));
  }

  @Bean
  UnitBureaus unitBureaus(Formats formats) {
    return formats::bureausOf;
  }
}
