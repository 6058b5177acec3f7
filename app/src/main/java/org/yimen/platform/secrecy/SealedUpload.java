package org.yimen.platform.secrecy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that somebody sends: a small one stays in memory, a larger one waits on the disk under a
 * key that only this process knows, and only until the request ends.
 */
final class SealedUpload implements MultipartFile {

  private static final int IN_MEMORY = 1 << 20;

  private final String field;
  private final @Nullable String name;
  private final @Nullable String type;
  private final byte[] key = Chance.bytes(32);
  private final byte[] memory;
  private final @Nullable Path disk;
  private final long size;

  SealedUpload(String field, @Nullable String name, @Nullable String type, InputStream in)
      throws IOException {
    this.field = field;
    this.name = name;
    this.type = type;
    byte[] begin = in.readNBytes(IN_MEMORY);
    if (begin.length < IN_MEMORY) {
      this.memory = begin;
      this.disk = null;
      this.size = begin.length;
      return;
    }
    this.memory = new byte[0];
    Path file = Files.createTempFile("yimen-upload", ".sealed");
    this.disk = file;
    try (OutputStream out =
        new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE))) {
      out.write(begin);
      this.size = begin.length + in.transferTo(out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** The key is used once, so the counter may begin with nothing. */
  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete() throws IOException {
    if (disk != null) {
      Files.deleteIfExists(disk);
    }
  }

  @Override
  public String getName() {
    return field;
  }

  @Override
  public @Nullable String getOriginalFilename() {
    return name;
  }

  @Override
  public @Nullable String getContentType() {
    return type;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long getSize() {
    return size;
  }

  @Override
  public byte[] getBytes() throws IOException {
    try (InputStream in = getInputStream()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      in.transferTo(all);
      return all.toByteArray();
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return disk == null
        ? new ByteArrayInputStream(memory)
        : new CipherInputStream(Files.newInputStream(disk), cipher(Cipher.DECRYPT_MODE));
  }

  @Override
  public void transferTo(File target) throws IOException {
    try (InputStream in = getInputStream();
        OutputStream out = Files.newOutputStream(target.toPath())) {
      in.transferTo(out);
    }
  }
}
