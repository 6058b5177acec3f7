package org.yimen.exchange;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.loading.LoadDeliveries;

/**
 * Loads what comes in through the pages, and what a killed process left, while the program serves
 * pages.
 */
@Component
class LoadingInBackground implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(LoadingInBackground.class);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration DEAD = Duration.ofMinutes(2);

  private final Deliveries deliveries;
  private final LoadDeliveries loading;
  private final boolean serving;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private volatile long looked = System.nanoTime();

  LoadingInBackground(
      Deliveries deliveries, LoadDeliveries loading, ApplicationContext application) {
    this.deliveries = deliveries;
    this.loading = loading;
    this.serving = application instanceof WebApplicationContext;
  }

  /** Begins soon, unless it is at it already. */
  void wake() {
    worker.execute(this::work);
  }

  /**
   * Another process may have died over its work; its deliveries wait. What is only just coming in
   * is left to whoever receives it, as a batch is linked in the order of its formats.
   */
  @Scheduled(initialDelay = 1_000, fixedDelay = 10_000)
  void look() {
    looked = System.nanoTime();
    if (serving && deliveries.anyLeft(PATIENCE)) {
      wake();
    }
  }

  /** Whether it has looked for work within the last two minutes, whatever the clock says. */
  boolean alive() {
    return !worker.isShutdown() && System.nanoTime() - looked < DEAD.toNanos();
  }

  private void work() {
    try {
      if (!loading.all()) {
        LOG.info("another process is loading; it takes what waits");
      }
    } catch (RuntimeException e) {
      LOG.error("loading broke off and is tried again", e);
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
