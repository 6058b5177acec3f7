package org.yimen.audit;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Goes through all chains from their beginning and says where one has been tampered with. */
@Component
class CheckChains {

  /** How many entries were read, and what is wrong with them in Chinese; nothing where all hold. */
  record Result(long entries, List<String> faults) {}

  private static final int MOST_FAULTS = 20;

  private static final int AT_ONCE = 5_000;

  private final JdbcTemplate jdbc;
  private final PublishedHeads heads;

  CheckChains(DataSource dataSource, PublishedHeads heads) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(AT_ONCE);
    this.heads = heads;
  }

  /** Entries come piece by piece within the transaction, so that memory doesn't grow with them. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Result check() throws IOException {
    Map<Integer, Map<Long, String>> wanted = new HashMap<>();
    Walk walk = new Walk(wanted);
    heads.heads().forEach(head -> walk.want(head, "链尾登记"));
    heads.published().forEach(head -> walk.want(head, "已公布的链尾"));
    long forged = heads.forged();
    if (forged > 0) {
      walk.fault("已公布的链尾有 %d 行不是本套安装签名的（被改动、添加，或密钥文件不对）。".formatted(forged));
    }
    jdbc.query(
        "select * from audit.entry order by part, seq",
        row -> {
          walk.pass(row);
        });
    walk.end();
    return new Result(walk.entries, walk.faults);
  }

  /** One way through the chains in their order. */
  private static final class Walk {

    private final Map<Integer, Map<Long, String>> wanted;
    private final List<String> faults = new ArrayList<>();
    private long entries;
    private int part = -1;
    private long seq;
    private byte[] hash = new byte[32];

    Walk(Map<Integer, Map<Long, String>> wanted) {
      this.wanted = wanted;
    }

    void want(PublishedHeads.Head head, String from) {
      String before =
          wanted.computeIfAbsent(head.part(), none -> new HashMap<>()).put(head.seq(), head.hash());
      if (before != null && !before.equals(head.hash())) {
        fault("第 %d 链第 %d 条：%s与另一处登记的校验值不一致。".formatted(head.part(), head.seq(), from));
      }
    }

    void pass(ResultSet row) throws SQLException {
      entries++;
      if (row.getInt("part") != part) {
        part = row.getInt("part");
        seq = 0;
        hash = new byte[32];
      }
      long now = row.getLong("seq");
      if (now != seq + 1) {
        fault("第 %d 链：第 %d 条之后缺 %d 条。".formatted(part, seq, now - seq - 1));
      }
      byte[] kept = row.getBytes("hash");
      if (!Arrays.equals(kept, Chain.hash(hash, entry(row)))) {
        fault("第 %d 链第 %d 条：内容或顺序被改动。".formatted(part, now));
      }
      String published = wanted.getOrDefault(part, Map.of()).get(now);
      if (published != null && !published.equals(HexFormat.of().formatHex(kept))) {
        fault("第 %d 链第 %d 条：与登记或公布的校验值不一致，整条链可能被重写。".formatted(part, now));
      }
      wanted.getOrDefault(part, new HashMap<>()).remove(now);
      seq = now;
      hash = kept;
    }

    void end() {
      wanted.forEach(
          (chain, heads) ->
              heads
                  .keySet()
                  .forEach(
                      at -> fault("第 %d 链第 %d 条：登记或公布过，现在没有了（链尾被截或恢复了旧备份）。".formatted(chain, at))));
    }

    private void fault(String what) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(what);
      }
    }

    private static Chain.Entry entry(ResultSet row) throws SQLException {
      return new Chain.Entry(
          row.getInt("part"),
          row.getLong("seq"),
          row.getTimestamp("at").toInstant(),
          row.getString("who"),
          row.getString("unit"),
          row.getString("role"),
          row.getString("deed"),
          row.getString("object"),
          row.getString("why"),
          row.getBoolean("done"));
    }
  }
}
