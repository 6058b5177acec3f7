package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yimen.platform.testing.Desk;

/** A hamlet that was screened once, and what its pages answer. */
abstract class ScreenedHamlet {

  @LocalServerPort int port;

  @BeforeAll
  static void screen(@Autowired DataSource dataSource, @Autowired ApplicationContext context) {
    Hamlet.settle(dataSource);
    assertThat(context.getBean(ScreenRegister.class).run(Hamlet.TODAY, null, (done, all) -> {}))
        .isNotNull();
  }

  /** What a user is told of a household under one of its pages. */
  Desk.Answer asked(String user, long household, String page) {
    return new Desk(port).as(user).get("/api/v1/households/" + household + "/" + page);
  }
}
