package org.yimen.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.yimen.platform.testing.Desk;

/**
 * People who write without pause and send again, with the same key, until they are told that it is
 * done; what they were told they note in a file of their own.
 */
final class Writers implements AutoCloseable {

  private static final int PEOPLE = 4;
  private static final long PAUSE = 100;

  private final int port;
  private final Path file;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE + 1);
  private volatile boolean going = true;

  private interface Attempt {
    Desk.Answer send(Desk desk);
  }

  Writers(int port, Path file) {
    this.port = port;
    this.file = file;
    for (int person = 0; person < PEOPLE; person++) {
      String name = "value-" + person + "-";
      people.execute(() -> proposeValues(name));
    }
    people.execute(this::sendFiles);
  }

  /** The names of everything that was acknowledged so far. */
  List<String> acknowledged() {
    return acknowledged;
  }

  private void proposeValues(String name) {
    Desk desk = new Desk(port);
    for (int number = 0; going; number++) {
      Map<String, Object> value = value(name + number);
      String key = UUID.randomUUID().toString();
      desk =
          untilDone(
              desk,
              name + number,
              201,
              d -> d.with("Idempotency-Key", key).post("/api/v1/parameter-values", value));
    }
  }

  private void sendFiles() {
    Desk desk = new Desk(port);
    for (int number = 0; going; number++) {
      String name = "file-" + number + ".csv";
      Path content = file.resolveSibling(name);
      try {
        Files.writeString(content, "没有这样的表头,%d\n1,2\n".formatted(number));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      desk = untilDone(desk, name, 202, d -> d.upload("/api/v1/deliveries", content));
      pause();
    }
  }

  /** Sends until the answer says that it is done, or nobody waits for it any more. */
  private Desk untilDone(Desk first, String name, int done, Attempt attempt) {
    Desk desk = first;
    while (going) {
      try {
        Desk.Answer answer = attempt.send(desk);
        if (answer.status() == done) {
          note(name);
          return desk;
        }
        if (answer.status() == 401 || answer.status() == 403) {
          desk = new Desk(port).as("district");
        }
      } catch (AssertionError e) {
        // no answer: it may be done or not
      }
      pause();
    }
    return desk;
  }

  private synchronized void note(String name) {
    try {
      Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    acknowledged.add(name);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> value(String note) {
    Map<String, Object> body = new HashMap<>();
    body.put("parameter", "dibao.supplement.oldOrYoung");
    body.put("value", "45");
    body.put("from", "2025-06-01");
    body.put("area", "650107");
    body.put("document", "达民发〔2026〕8号");
    body.put("article", "第一条");
    body.put("note", note);
    return body;
  }

  @Override
  public void close() throws InterruptedException {
    going = false;
    people.shutdown();
    people.awaitTermination(30, TimeUnit.SECONDS);
  }
}
