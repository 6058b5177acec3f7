package org.yimen.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.FieldDesk;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.Secrecy;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import org.yimen.platform.testing.TestServer;

/** A photo sent from a phone is in the next backup and comes back with it. */
@OnPostgres
class AttachmentBackupTests {

  @Autowired ApplicationContext context;
  @Autowired Secrecy secrecy;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @LocalServerPort int port;
  @TempDir Path folder;

  @Test
  void photos_come_back_with_the_rows_that_tell_of_them() throws IOException {
    UUID photo = UUID.randomUUID();
    byte[] content = FieldDesk.jpeg("院子");
    long id = sent(photo, content);
    Path backup = folder.resolve("one.backup");
    try (OutputStream out = Files.newOutputStream(backup)) {
      context.getBean(WriteBackup.class).to(out);
    }
    TestServer.create("photos", "template0");
    var target =
        new DriverManagerDataSource(
            TestServer.url("photos"), TestServer.user(), TestServer.password());
    Path home = folder.resolve("home");
    new RestoreBackup(new ReadBackup(secrecy, backup), target, home).restore();
    String name = name(JdbcClient.create(target), id, photo);
    SealedFolder restored =
        new SealedFolder(secrecy, home.resolve("attachments"), "attachment", "");
    assertThat(Channels.newInputStream(restored.read(name)).readAllBytes()).isEqualTo(content);
  }

  private long sent(UUID photo, byte[] content) {
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    long id = cases.accepted();
    Desk desk = new Desk(port).as("village");
    assertThat(desk.put(FieldDesk.attachment(id, photo), "image/jpeg", content).status())
        .isEqualTo(200);
    return id;
  }

  private static String name(JdbcClient database, long id, UUID photo) {
    return database
        .sql("select stored_as from casework.attachment where application = :a and id = :id")
        .param("a", id)
        .param("id", photo)
        .query(String.class)
        .single();
  }
}
