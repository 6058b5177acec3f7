package org.yimen.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yimen.platform.PlainFailure;

/** initdb and pg_ctl for one home. */
final class ServerCommands {

  /** What must hold so that an acknowledged write is never lost, then sizes for a small machine. */
  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      max_connections = 100
      shared_buffers = 192MB
      work_mem = 24MB
      maintenance_work_mem = 128MB
      effective_cache_size = 1GB
      random_page_cost = 1.1
      wal_compression = pglz
      max_wal_size = 2GB
      checkpoint_timeout = 15min
      max_parallel_workers_per_gather = 0
      max_parallel_maintenance_workers = 0
      jit = off
      timezone = 'Asia/Shanghai'
      # rows, statements and messages of errors may hold citizen numbers: none goes into the log
      log_error_verbosity = terse
      log_min_error_statement = panic
      log_min_messages = log
      log_parameter_max_length_on_error = 0
      """;

  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Home home;
  private final Path bin;

  ServerCommands(Home home, Path binaries) {
    this.home = home;
    this.bin = binaries.resolve("bin");
  }

  void makeData(String password) throws IOException, InterruptedException {
    Path fresh = home.folder().resolve("database.new");
    Binaries.delete(fresh);
    Path passwordFile = home.folder().resolve("database.password");
    run(
        bin.resolve("initdb").toString(),
        "--pgdata=" + fresh,
        "--username=postgres",
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--data-checksums",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C.UTF-8");
    Path main = fresh.resolve("postgresql.conf");
    Files.writeString(main, Files.readString(main) + "\ninclude = 'yimen.conf'\n");
    Files.move(fresh, home.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  void start(int port, List<String> settings) throws IOException, InterruptedException {
    Files.writeString(
        home.data().resolve("yimen.conf"), SETTINGS + String.join("\n", settings) + "\n");
    control("start", "--wait", "--timeout=120", "--options=-p " + port);
  }

  void stop() throws IOException, InterruptedException {
    control("stop", "--wait", "--timeout=60", "--mode=fast");
  }

  /**
   * Ends the processes of this home's server whose postmaster was killed: one that is busy would
   * keep a new server from starting. They are known by the program file, which is the home's own.
   */
  void endLeftovers() throws IOException, InterruptedException {
    Path program = bin.toRealPath();
    List<ProcessHandle> left =
        ProcessHandle.allProcesses()
            .filter(p -> p.info().command().map(c -> Path.of(c).startsWith(program)).orElse(false))
            .toList();
    left.forEach(ProcessHandle::destroy);
    Instant patience = Instant.now().plus(GRACE);
    for (ProcessHandle one : left) {
      while (one.isAlive() && Instant.now().isBefore(patience)) {
        Thread.sleep(20);
      }
      one.destroyForcibly();
    }
  }

  private void control(String deed, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(bin.resolve("pg_ctl").toString());
    command.add(deed);
    command.add("--pgdata=" + home.data());
    command.add("--log=" + home.log().resolve("database.log"));
    command.addAll(List.of(options));
    run(command.toArray(String[]::new));
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody there, while its
   * files stay with the user who started the program.
   */
  private void run(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("unshare", "--user", "--"));
    }
    whole.addAll(List.of(command));
    Path output = home.log().resolve("server-command.log");
    Process process =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .start();
    process.waitFor(5, TimeUnit.MINUTES);
    if (process.isAlive() || process.exitValue() != 0) {
      process.destroy();
      String said = Files.readString(output);
      if (said.contains("unshare")) {
        throw new PlainFailure(
            "PostgreSQL 不能以 root 运行，本机又不允许 unshare。请换普通用户运行，或设置 YIMEN_DATABASE_URL。");
      }
      throw new IOException(said + tail(home.log().resolve("database.log")));
    }
  }

  private static java.io.File nothing() {
    java.io.File unix = new java.io.File("/dev/null");
    return unix.exists() ? unix : new java.io.File("NUL");
  }

  private static String tail(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
