package org.yimen.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.production.SafetyCheck;

/**
 * The heads of the chains prove nothing where they lie beside the chains; nor does a wrong clock.
 */
@Component
@Order(5)
class HeadsSafety implements SafetyCheck {

  private static final Duration TOLERATED = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Path home;
  private final String place;

  HeadsSafety(
      JdbcClient jdbc,
      Clock clock,
      @Value("${yimen.home:data}") String home,
      @Value("${yimen.audit.heads:}") String place) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.home = Path.of(home).toAbsolutePath().normalize();
    this.place = place;
  }

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    Path folder = Path.of(place).toAbsolutePath().normalize();
    if (place.isBlank() || folder.startsWith(home)) {
      findings.add("审计链尾公布在数据目录里，一起被改就看不出来：请把 yimen.audit.heads 设为另一块盘或只增不改的共享目录。");
    } else if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      findings.add("审计链尾的目录 %s 不存在或不能写：请建立它并交给运行程序的用户。".formatted(folder));
    }
    jdbc.sql("select at from audit.entry order by at desc limit 1")
        .query((row, n) -> row.getTimestamp(1))
        .optional()
        .filter(last -> clock.instant().plus(TOLERATED).isBefore(last.toInstant()))
        .ifPresent(last -> findings.add(slow(last.toInstant())));
    return findings;
  }

  private static String slow(Instant last) {
    return "机器时间早于最后一条审计记录（%s），期限会算错：请先校准机器时间（如启用 chrony）。".formatted(last);
  }
}
