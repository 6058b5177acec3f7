package org.yimen.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yimen.platform.PlainFailure;

class SealingTests {

  private static final String NUMBER = "650199198001010011";

  @TempDir Path folder;

  private Keys keys(String profile) {
    KeyFile file = new KeyFile(folder.resolve(profile).resolve("yimen.keys"));
    return file.alone(
        () -> {
          if (!file.exists()) {
            KeyRing none = new KeyRing(List.of(), Map.of());
            file.write(none.with(KeyRing.fresh(none, Algorithms.of(profile))));
          }
          return new Keys(file);
        });
  }

  @Test
  void published_vectors_hold_on_this_machine() {
    KnownAnswers.check();
  }

  @Test
  void a_vector_that_fails_ends_the_start_with_its_name() {
    KnownAnswers.Sealing good = KnownAnswers.SM4;
    var wrong =
        new KnownAnswers.Sealing(
            good.name(),
            good.algorithms(),
            good.key(),
            good.nonce(),
            good.with(),
            good.plain(),
            "18" + good.out().substring(2));
    assertThat(good.holds()).isTrue();
    assertThatThrownBy(() -> KnownAnswers.require(wrong.name(), holds(wrong)))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("SM4-GCM")
        .hasMessageContaining("不启动");
  }

  private static boolean holds(KnownAnswers.Sealing vector) {
    try {
      return vector.holds();
    } catch (Unsealable e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm", "intl"})
  void what_is_sealed_opens_in_its_own_place_only(String profile) {
    Keys keys = keys(profile);
    SealedField field = new SealedField(keys, "registry.person.citizen_number");
    byte[] sealed = field.seal(7L, NUMBER);
    assertThat(field.open(7L, sealed)).isEqualTo(NUMBER);
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(NUMBER.substring(6));
    assertThatThrownBy(() -> field.open(8L, sealed)).isInstanceOf(Unsealable.class);
    SealedField other = new SealedField(keys, "exchange.evidence.sealed");
    assertThatThrownBy(() -> other.open(7L, sealed)).isInstanceOf(Unsealable.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> field.open(7L, sealed)).isInstanceOf(Unsealable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm", "intl"})
  void only_what_must_be_compared_seals_alike_and_only_in_its_row(String profile) {
    SealedField field = new SealedField(keys(profile), "f");
    assertThat(field.seal(1L, NUMBER)).isNotEqualTo(field.seal(1L, NUMBER));
    assertThat(field.sealAlike(1L, NUMBER)).isEqualTo(field.sealAlike(1L, NUMBER));
    assertThat(field.sealAlike(1L, NUMBER)).isNotEqualTo(field.sealAlike(2L, NUMBER));
    assertThat(field.open(1L, field.sealAlike(1L, NUMBER))).isEqualTo(NUMBER);
    assertThat(field.index(NUMBER)).isEqualTo(field.index(NUMBER)).hasSize(16);
    assertThat(new SealedField(keys(profile), "g").index(NUMBER)).isNotEqualTo(field.index(NUMBER));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
  void a_sealed_file_reads_back_from_any_place(int size) throws IOException {
    Keys keys = keys("sm");
    byte[] content = new byte[size];
    new Random(1).nextBytes(content);
    Path file = sealed(keys, content);
    try (var channel = SealedChannel.open(file, keys, "test")) {
      assertThat(channel.size()).isEqualTo(size);
      assertThat(read(file, keys)).isEqualTo(content);
      if (size > 100) {
        channel.position(size - 50);
        byte[] end = Channels.newInputStream(channel).readAllBytes();
        assertThat(end).isEqualTo(Arrays.copyOfRange(content, size - 50, size));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 70, 65_552 + 15, 100_000})
  void a_cut_file_is_never_taken_for_a_whole_one(int left) throws IOException {
    Keys keys = keys("sm");
    Path file = sealed(keys, new byte[200_000]);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, left));
    assertThatThrownBy(() -> read(file, keys)).isInstanceOf(Unsealable.class);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> read(file, keys)).isInstanceOf(Unsealable.class);
  }

  private Path sealed(Keys keys, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new SealedOutput(bytes, keys.ring().newest(), "test")) {
      out.write(content);
    }
    return Files.write(folder.resolve("sealed"), bytes.toByteArray());
  }

  private static byte[] read(Path file, Keys keys) throws IOException {
    try (InputStream in = Channels.newInputStream(SealedChannel.open(file, keys, "test"))) {
      return in.readAllBytes();
    }
  }

  @Test
  void a_new_version_seals_and_the_earlier_ones_still_open_also_in_another_process()
      throws InterruptedException {
    Keys keys = keys("sm");
    SealedField field = new SealedField(keys, "f");
    byte[] before = field.seal(1L, NUMBER);
    byte[] index = field.index(NUMBER);
    KeyRing ring = keys.ring();
    keys.file().write(ring.with(KeyRing.fresh(ring, Algorithms.of("intl"))));
    Thread.sleep(600); // the file is looked at twice a second
    byte[] after = field.seal(1L, NUMBER);
    assertThat(field.current(before)).isFalse();
    assertThat(field.current(after)).isTrue();
    assertThat(field.open(1L, before)).isEqualTo(field.open(1L, after)).isEqualTo(NUMBER);
    assertThat(field.indexes(NUMBER)).hasSize(2).contains(index, field.index(NUMBER));
  }

  @Test
  void a_version_given_up_still_tells_its_signatures() {
    Keys keys = keys("sm");
    KeyVersion first = keys.ring().newest();
    byte[] message = {1, 2, 3};
    byte[] signature = first.sign(message);
    KeyRing two = keys.ring().with(KeyRing.fresh(keys.ring(), Algorithms.of("sm")));
    keys.file().write(two.without(1));
    KeyRing read = keys.file().read();
    assertThat(read.has(1)).isFalse();
    KeyRing.Signer signer = java.util.Objects.requireNonNull(read.signer(1));
    assertThat(signer.algorithms().verify(signer.publicKey(), message, signature)).isTrue();
    assertThat(signer.algorithms().verify(signer.publicKey(), new byte[] {1}, signature)).isFalse();
  }

  @Test
  void a_damaged_key_file_is_told_without_its_content() throws IOException {
    Keys keys = keys("sm");
    Path file = keys.file().path();
    String secret = Files.readString(file).replaceAll("(?s).* key ([0-9a-f]+).*", "$1");
    Files.writeString(file, Files.readString(file).replace("1 sm key", "1 sm koy"));
    assertThatThrownBy(() -> keys.file().read())
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("密钥文件")
        .hasMessageNotContaining(secret);
    assertThat(secret).hasSize(64);
  }
}
