package org.yimen.platform.secrecy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;

/**
 * Seals what must not be read off the disk: fields of tables and stored files. Keys come from a
 * file outside the database; each value names its algorithms and its version of the keys.
 */
@Component
public final class Secrecy {

  /** A signature with the version of the keys that made it. */
  public record Signature(int version, byte[] bytes) {}

  private final Keys keys;
  private final boolean fresh;

  @Autowired
  public Secrecy(JdbcClient jdbc, Environment environment) {
    KnownAnswers.check();
    Path home = Path.of(environment.getProperty("yimen.home", "data"));
    KeyFile file = KeyFile.of(environment.getProperty("yimen.keys", ""), home);
    Map<Integer, byte[]> proofs = new TreeMap<>();
    fresh =
        file.alone(
            () -> {
              jdbc.sql("select version, proof from platform.key_version where given_up_at is null")
                  .query(
                      row -> {
                        proofs.put(row.getInt("version"), row.getBytes("proof"));
                      });
              return made(file, proofs, environment.getProperty("yimen.secrecy", ""));
            });
    keys = new Keys(file);
    prove(proofs);
    boolean first = proofs.isEmpty();
    keys.ring().all().stream()
        .filter(version -> !proofs.containsKey(version.number()))
        .forEach(version -> register(jdbc, version, first));
  }

  private Secrecy(Keys keys) {
    this.keys = keys;
    this.fresh = false;
  }

  /**
   * With the keys alone, where no database is open.
   *
   * @throws PlainFailure where there is no key file
   */
  public static Secrecy withoutDatabase() {
    KnownAnswers.check();
    String setting = System.getenv("YIMEN_KEYS");
    KeyFile file = KeyFile.of(setting == null ? "" : setting, Program.home());
    if (!file.exists()) {
      throw new PlainFailure(
          "找不到密钥文件 %s。请把另存的密钥文件放到那里，或用环境变量 YIMEN_KEYS 指明它的位置。".formatted(file.path()));
    }
    return new Secrecy(new Keys(file));
  }

  private static boolean made(KeyFile file, Map<Integer, byte[]> proofs, String profile) {
    if (file.exists()) {
      return false;
    }
    if (!proofs.isEmpty()) {
      throw new PlainFailure(
          "数据库里的数据已经加密，但找不到密钥文件 %s。程序不启动，也不会另造密钥。请把另存的密钥文件放回那里，或用设置 yimen.keys（环境变量 YIMEN_KEYS）指明它的位置。"
              .formatted(file.path()));
    }
    KeyRing none = new KeyRing(List.of(), Map.of());
    file.write(none.with(KeyRing.fresh(none, profile(profile))));
    return true;
  }

  /** The algorithms that new keys are for. */
  static Algorithms profile(String setting) {
    try {
      return Algorithms.of(setting.isBlank() ? ChineseAlgorithms.CODE : setting.strip());
    } catch (IllegalArgumentException e) {
      throw new PlainFailure("设置 yimen.secrecy 只能是 sm（国密，默认）或 intl（国际算法）。", e);
    }
  }

  private void prove(Map<Integer, byte[]> proofs) {
    KeyRing ring = keys.ring();
    proofs.forEach(
        (version, proof) -> {
          if (!ring.has(version)) {
            throw wrong("里没有第 %d 版密钥，而数据库里的数据用到它".formatted(version));
          }
          if (!Arrays.equals(proof, ring.get(version).proof())) {
            throw wrong("不是这个数据库的密钥（可能属于另一套安装）");
          }
        });
  }

  private PlainFailure wrong(String how) {
    return new PlainFailure(
        "密钥文件 %s %s。程序不启动，数据没有改动。请换上本套安装最近另存的密钥文件。".formatted(keys.file().path(), how));
  }

  /** Keeps in the database that a version is in use; finished where nothing has to be changed. */
  static void register(JdbcClient jdbc, KeyVersion version, boolean finished) {
    jdbc.sql(
            """
            insert into platform.key_version (version, profile, proof, finished_at)
            values (:version, :profile, :proof, case when :finished then now() end)
            on conflict do nothing
            """)
        .param("version", version.number())
        .param("profile", version.algorithms().code())
        .param("proof", version.proof())
        .param("finished", finished)
        .update();
  }

  /** A column by its name, for example {@code registry.person.citizen_number}. */
  public SealedField field(String name) {
    return new SealedField(keys, name);
  }

  /** What is written into it comes out sealed; it is whole only when closed. */
  public OutputStream sealing(OutputStream out, String kind) throws IOException {
    return new SealedOutput(out, keys.ring().newest(), kind);
  }

  /**
   * A sealed file to be read from any place.
   *
   * @throws Unsealable there or while reading, where it is cut, changed or of another kind
   */
  public SeekableByteChannel opening(Path file, String kind) throws IOException {
    return SealedChannel.open(file, keys, kind);
  }

  /** Signs with the newest keys. */
  public Signature sign(byte[] message) {
    KeyVersion newest = keys.ring().newest();
    return new Signature(newest.number(), newest.sign(message));
  }

  /** Whether it is our signature of this message, by keys of now or of before. */
  public boolean verify(byte[] message, Signature signature) {
    KeyRing.@Nullable Signer signer = keys.ring().signer(signature.version());
    return signer != null
        && signer.algorithms().verify(signer.publicKey(), message, signature.bytes());
  }

  /** Where the keys are. */
  public Path file() {
    return keys.file().path();
  }

  /** Whether the keys were made by this start. */
  boolean fresh() {
    return fresh;
  }

  Keys keys() {
    return keys;
  }
}
