package org.yimen.casework.bulk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/** Does jobs, and goes on with what a killed process left, while the program serves pages. */
@Component
class BulkInBackground implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(BulkInBackground.class);

  private final RunBulk run;
  private final PrintedFiles printed;
  private final boolean serving;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();

  BulkInBackground(RunBulk run, PrintedFiles printed, ApplicationContext application) {
    this.run = run;
    this.printed = printed;
    this.serving = application instanceof WebApplicationContext;
  }

  /** A job that was just begun is found within two seconds, one that was left as well. */
  @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
  void look() {
    if (serving && run.anyLeft()) {
      worker.execute(this::work);
    }
  }

  /** What was printed is for a few days. */
  @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
  void sweep() {
    if (serving) {
      printed.sweep();
    }
  }

  private void work() {
    try {
      if (run.anyLeft() && !run.all()) {
        LOG.info("another process does the bulk jobs");
      }
    } catch (RuntimeException e) {
      LOG.error("a bulk job broke off and goes on soon", e);
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
