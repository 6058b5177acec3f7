package org.yimen.casework.bulk;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.Secrecy;

/**
 * Printed papers lie sealed beside the attachments until they expire. A change of keys seals them
 * anew; backups leave them out, as they are for a few days and can be printed again.
 */
@Configuration(proxyBeanMethods = false)
class PrintedFolder {

  static final String NAME = "printedPapers";

  @Bean(name = NAME, defaultCandidate = false)
  SealedFolder printedPapers(Secrecy secrecy, Environment environment) {
    Path folder = Path.of(environment.getProperty("yimen.home", "data"), "printed");
    return new SealedFolder(secrecy, folder, "printed", "批量打印的文书");
  }

  @Bean
  SealedStore printedPapersToSeal(@Qualifier(NAME) SealedFolder folder) {
    return new SealedStore() {
      @Override
      public String title() {
        return folder.title();
      }

      @Override
      public long pass() {
        return folder.pass();
      }
    };
  }
}
