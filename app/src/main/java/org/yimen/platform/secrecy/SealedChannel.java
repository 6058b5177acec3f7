package org.yimen.platform.secrecy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a sealed file from any place of it, a chunk at a time. */
final class SealedChannel implements SeekableByteChannel {

  private static final int SEALED_CHUNK = SealedOutput.CHUNK + Algorithms.TAG;

  private final FileChannel file;
  private final KeyVersion keys;
  private final byte[] prefix;
  private final String kind;
  private final long chunks;
  private final long size;
  private long position;
  private long held = -1;
  private byte[] chunk = new byte[0];

  private SealedChannel(FileChannel file, KeyVersion keys, byte[] prefix, String kind)
      throws IOException {
    this.file = file;
    this.keys = keys;
    this.prefix = prefix;
    this.kind = kind;
    long body = file.size() - SealedOutput.HEAD;
    this.chunks = Math.max(1, (body + SEALED_CHUNK - 1) / SEALED_CHUNK);
    this.size = body - chunks * Algorithms.TAG;
    if (size < 0) {
      throw new Unsealable("the file is cut");
    }
  }

  static SealedChannel open(Path path, Keys keys, String kind) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      byte[] head = new byte[SealedOutput.HEAD];
      ByteBuffer into = ByteBuffer.wrap(head);
      while (into.hasRemaining() && file.read(into) >= 0) {
        // until the head is there or the file ends
      }
      int magic = SealedOutput.MAGIC.length;
      if (into.hasRemaining() || !Arrays.equals(head, 0, magic, SealedOutput.MAGIC, 0, magic)) {
        throw new Unsealable("no sealed file");
      }
      byte[] mark = Arrays.copyOfRange(head, magic, magic + KeyVersion.MARK);
      byte[] prefix = Arrays.copyOfRange(head, magic + KeyVersion.MARK, head.length);
      KeyVersion version = keys.version(SealedField.version(mark));
      return new SealedChannel(file, version, prefix, kind);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The version of the keys that sealed it. */
  int version() {
    return keys.number();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!file.isOpen()) {
      throw new ClosedChannelException();
    }
    int wanted = target.remaining();
    if (position >= size) {
      if (held < 0) {
        hold(chunks - 1); // an empty file too must be one
      }
      return wanted == 0 ? 0 : -1;
    }
    while (target.hasRemaining() && position < size) {
      hold(position / SealedOutput.CHUNK);
      int at = (int) (position % SealedOutput.CHUNK);
      int some = Math.min(target.remaining(), chunk.length - at);
      target.put(chunk, at, some);
      position += some;
    }
    return wanted - target.remaining();
  }

  private void hold(long wanted) throws IOException {
    if (wanted == held) {
      return;
    }
    long from = SealedOutput.HEAD + wanted * SEALED_CHUNK;
    byte[] sealed = new byte[(int) Math.min(SEALED_CHUNK, file.size() - from)];
    ByteBuffer into = ByteBuffer.wrap(sealed);
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position()) < 0) {
        throw new Unsealable("the file is cut");
      }
    }
    byte[] nonce = SealedOutput.nonce(prefix, (int) wanted);
    chunk = keys.open(nonce, SealedOutput.belongsTo(kind, wanted == chunks - 1), sealed);
    held = wanted;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long wanted) {
    position = wanted;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
