package org.yimen.casework.attachment;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.Secrecy;

/** Photos and signatures lie beside the deliveries, sealed, and go into backups with them. */
@Configuration(proxyBeanMethods = false)
class AttachmentFolder {

  @Bean
  SealedFolder caseAttachments(Secrecy secrecy, Environment environment) {
    Path folder = Path.of(environment.getProperty("yimen.home", "data"), "attachments");
    return new SealedFolder(secrecy, folder, "attachment", "照片与签名");
  }
}
