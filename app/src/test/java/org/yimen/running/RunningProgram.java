package org.yimen.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, with a home of its own. */
final class RunningProgram {

  private static final Path JAR = Path.of("target", "yimen.jar").toAbsolutePath();

  private final Path home;
  private final Path output;
  private final Map<String, String> environment = new HashMap<>();
  private String memory = "-Xmx900m";

  /** A program whose home is an empty folder of this name under target. */
  RunningProgram(String name) throws IOException {
    home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), name);
    output = home.resolve("output.txt");
  }

  /** From now on commands get no more than so many megabytes of heap. */
  RunningProgram within(int megabytes) {
    memory = "-Xmx" + megabytes + "m";
    return this;
  }

  /** From now on commands run with this in their environment. */
  RunningProgram with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The program's folder, where a test may put files of its own. */
  Path home() {
    return home;
  }

  /** What the program has printed so far. */
  String output() {
    return read(output);
  }

  /** The folder that the program works in. */
  Path folder() {
    return home;
  }

  /** The text of a file, nothing where there is none. */
  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the file in which the database's server says who and where it is. */
  List<String> postmaster() {
    return read(home.resolve("database").resolve("postmaster.pid")).lines().toList();
  }

  /** A connection of one's own to the program's database, whose server runs. */
  Connection database() throws SQLException {
    String password = read(home.resolve("database.password")).strip();
    String url = "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/yimen";
    return DriverManager.getConnection(url, "yimen", password);
  }

  /** Begins a command and returns at once. */
  Process begin(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(memory, "-Dfile.encoding=UTF-8", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("YIMEN_HOME", home.toAbsolutePath().toString());
    builder.environment().remove("YIMEN_DATABASE_URL");
    builder.environment().putAll(environment);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
  }

  /** Runs a command to its end; fails where it takes longer or ends with another code. */
  void run(int code, Duration limit, String... arguments) throws IOException, InterruptedException {
    Process process = begin(arguments);
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + limit + "\n" + output());
    }
    if (process.exitValue() != code) {
      throw new AssertionError("ended with " + process.exitValue() + "\n" + output());
    }
  }

  /** Waits until the page at this address answers. */
  static void awaitPage(Process process, String url, Duration limit) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    Instant end = Instant.now().plus(limit);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no page at " + url);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
