package org.yimen.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.loading.LoadProgress;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

/** Files that bureaus send: taking them in, and how each stands. */
@RestController
@RequestMapping("/api/v1/deliveries")
@Requires(Permission.DELIVERY_LOAD)
class DeliveryController {

  static final ProblemType NO_FILES = new ProblemType("no-files", HttpStatus.BAD_REQUEST, "没有收到文件");

  private static final ProblemType NOT_OWN =
      new ProblemType("not-allowed", HttpStatus.FORBIDDEN, "没有权限");

  private static final int ALL = 100;

  private static final String STANDING =
      """
      select d.* from exchange.delivery d where %s
      """
          .formatted(DeliveryScope.VISIBLE);

  private final JdbcClient jdbc;
  private final Deliveries deliveries;
  private final DeliveryScope scope;
  private final LoadProgress progress;
  private final LoadingInBackground background;
  private final WithdrawDelivery withdrawing;

  DeliveryController(
      JdbcClient jdbc,
      Deliveries deliveries,
      DeliveryScope scope,
      LoadProgress progress,
      LoadingInBackground background,
      WithdrawDelivery withdrawing) {
    this.jdbc = jdbc;
    this.deliveries = deliveries;
    this.scope = scope;
    this.progress = progress;
    this.background = background;
    this.withdrawing = withdrawing;
  }

  @Schema(name = "ProblemText")
  record ProblemText(String type, String title, String detail) {}

  /** A delivery; progress in percent. */
  @Schema(name = "Delivery")
  record Delivery(
      long id,
      String fileName,
      @Nullable String bureau,
      @Nullable String formatTitle,
      String state,
      int rows,
      int taken,
      int doubtful,
      int refused,
      int skipped,
      int linked,
      int review,
      int founded,
      int progress,
      @Nullable ProblemText problem,
      Instant receivedAt,
      @Nullable Instant finishedAt,
      @Nullable Withdrawn withdrawn) {}

  /** Who took it back, when and why. */
  @Schema(name = "Withdrawn")
  record Withdrawn(String by, Instant at, String because) {}

  /** Why a delivery is taken back. */
  @Schema(name = "Withdrawal")
  record Withdrawal(@NotBlank @Size(max = 500) String because) {}

  @Schema(name = "DeliveryProgress")
  record DeliveryProgress(
      boolean running,
      String step,
      @Nullable String file,
      int filesDone,
      int filesTotal,
      long rowsDone,
      long rowsTotal) {}

  @GetMapping
  @Operation(summary = "Lists deliveries, newest first")
  Page<Delivery> list(
      @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
    LoadProgress.Now now = progress.now();
    List<Delivery> items =
        jdbc.sql(STANDING + " order by d.received_at desc, d.id desc offset :offset limit :limit")
            .params(scope.parameters())
            .param("offset", Math.max(0, offset))
            .param("limit", Page.limit(limit))
            .query((row, number) -> delivery(row, now))
            .list();
    long total =
        jdbc.sql("select count(*) from exchange.delivery d where " + DeliveryScope.VISIBLE)
            .params(scope.parameters())
            .query(Long.class)
            .single();
    return new Page<>(total, items);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Says how one delivery stands")
  Delivery one(@PathVariable long id) {
    LoadProgress.Now now = progress.now();
    return jdbc.sql(STANDING + " and d.id = :id")
        .params(scope.parameters())
        .param("id", id)
        .query((row, number) -> delivery(row, now))
        .optional()
        .orElseThrow(DeliveryScope::notThere);
  }

  @GetMapping("/progress")
  @Operation(summary = "Says what is being loaded at this moment")
  DeliveryProgress progress() {
    LoadProgress.Now now = progress.now();
    return new DeliveryProgress(
        now.running(),
        now.step(),
        now.delivery() == null || !visible(now.delivery()) ? null : now.file(),
        now.filesDone(),
        now.filesTotal(),
        now.rowsDone(),
        now.rowsTotal());
  }

  private boolean visible(long id) {
    return jdbc.sql("select exists (" + STANDING + " and d.id = :id)")
        .params(scope.parameters())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  @AsProgram("the same bytes of another sender have to be found")
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Takes files in; they are loaded after the answer, the same file only once")
  Page<Delivery> receive(@RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    if (files == null || files.isEmpty()) {
      throw NO_FILES.because("没有收到文件。请选择要上传的文件后再试。");
    }
    List<Long> ids = new ArrayList<>();
    for (MultipartFile file : files) {
      String name = file.getOriginalFilename();
      try (InputStream content = file.getInputStream()) {
        ids.add(deliveries.receive(name == null ? "" : name, scope.sender(), content));
      }
    }
    ids.forEach(id -> scope.tell(Deed.DELIVERY_SENT, id, ""));
    background.wake();
    List<Delivery> received =
        jdbc.sql("select * from exchange.delivery where id = any(:ids) order by id")
            .param("ids", ids.toArray(Long[]::new))
            .query((row, number) -> delivery(row, progress.now()))
            .list();
    return new Page<>(received.size(), received);
  }

  @AsProgram("takes rows of the whole district out of the register")
  @Transactional
  @PostMapping("/{id}/withdrawal")
  @Operation(
      summary = "Takes a loaded delivery out of the register again",
      description = "Refused while something loaded or decided later rests on it")
  Delivery withdraw(@PathVariable long id, @RequestBody @Valid Withdrawal withdrawal) {
    one(id); // who may not see it is told that it isn't there
    requireOwn(id);
    scope.tell(Deed.DELIVERY_WITHDRAWN, id, withdrawal.because().strip());
    withdrawing.withdraw(id, scope.sender().username(), withdrawal.because().strip());
    return one(id);
  }

  /** Who sees the register takes any delivery back, a bureau's liaison what he sent himself. */
  private void requireOwn(long id) {
    boolean own =
        jdbc.sql(
                """
                select :everything or received_by is not distinct from :username
                from exchange.delivery where id = :id
                """)
            .params(scope.parameters())
            .param("id", id)
            .query(Boolean.class)
            .single();
    if (!own) {
      throw NOT_OWN.because("这份来文不是您报送的，不能由您撤回。请联系报送人或区县经办人。");
    }
  }

  private static Delivery delivery(ResultSet row, LoadProgress.Now now) throws SQLException {
    var finished = row.getTimestamp("finished_at");
    return new Delivery(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("bureau"),
        row.getString("format_title"),
        row.getString("state"),
        row.getInt("rows"),
        row.getInt("taken"),
        row.getInt("doubtful"),
        row.getInt("refused"),
        row.getInt("skipped"),
        row.getInt("linked"),
        row.getInt("review"),
        row.getInt("founded"),
        percent(row, now),
        problem(row),
        row.getTimestamp("received_at").toInstant(),
        finished == null ? null : finished.toInstant(),
        withdrawn(row));
  }

  private static @Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
    var at = row.getTimestamp("withdrawn_at");
    return at == null
        ? null
        : new Withdrawn(
            row.getString("withdrawn_by"), at.toInstant(), row.getString("withdrawn_because"));
  }

  private static int percent(ResultSet row, LoadProgress.Now now) throws SQLException {
    return switch (row.getString("state")) {
      case "done", "failed", "withdrawn" -> ALL;
      case "linking" -> {
        int rows = row.getInt("rows");
        boolean current = now.delivery() != null && now.delivery() == row.getLong("id");
        yield current && rows > 0 ? (int) (ALL * now.deliveryRowsDone() / rows) : 0;
      }
      default -> 0;
    };
  }

  private static @Nullable ProblemText problem(ResultSet row) throws SQLException {
    String slug = row.getString("problem");
    return slug == null
        ? null
        : new ProblemText(
            "/problems/" + slug, row.getString("problem_title"), row.getString("problem_text"));
  }
}
