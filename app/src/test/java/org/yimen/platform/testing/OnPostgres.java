package org.yimen.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.yimen.Yimen;

/**
 * The whole application on a free port, on a real PostgreSQL server, with the demo accounts.
 *
 * <p>Classes share one application; each class begins with a database as it is right after the
 * first start. {@link Desk} is a browser for such a test, {@link TestClock} its clock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = Yimen.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "yimen.empty=true",
      "yimen.home=target/test-home",
      "yimen.database.durable=false",
      "logging.threshold.console=WARN",
      "logging.file.name=target/test.log",
      "springdoc.api-docs.enabled=true"
    })
@ActiveProfiles("demo")
@Import(TestClock.AsBean.class)
@ContextConfiguration(initializers = FreshDatabase.Initializer.class)
@TestExecutionListeners(listeners = FreshDatabase.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface OnPostgres {}
