package org.yimen.eligibility;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.platform.ProblemType;

/** Screens while the program serves pages. */
@Component
class ScreenInBackground implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenInBackground.class);

  private static final ProblemType RUNNING =
      new ProblemType("screening-running", HttpStatus.CONFLICT, "正在初筛");

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ScreenRegister screening;
  private final ExecutorService worker = Executors.newCachedThreadPool();

  ScreenInBackground(ScreenRegister screening) {
    this.screening = screening;
  }

  /** Returns when the run has begun, so that its progress can be asked for. */
  void begin(String by) {
    ScreenRegister.Begun begun = screening.begin(null, by);
    if (begun == null) {
      throw RUNNING.because("初筛正在进行，完成后即可看到结果，不必再次启动。");
    }
    worker.execute(() -> finish(begun));
  }

  /** Begins one as of a day, as soon as nobody else is screening. */
  void renew(LocalDate asOf, String by) {
    ScreenRegister.Begun begun = screening.begin(asOf, by);
    worker.execute(
        () -> {
          ScreenRegister.Begun own = begun == null ? awaited(asOf, by) : begun;
          if (own != null) {
            finish(own);
          }
        });
  }

  /** A run once the one that is going on is through; null where the program ends before. */
  private ScreenRegister.@Nullable Begun awaited(LocalDate asOf, String by) {
    ScreenRegister.Begun begun = null;
    while (begun == null) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      begun = screening.begin(asOf, by);
    }
    return begun;
  }

  private void finish(ScreenRegister.Begun begun) {
    try {
      screening.finish(begun, (done, total) -> {});
    } catch (RuntimeException e) {
      LOG.error("screening broke off; the results of the last one still hold", e);
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
