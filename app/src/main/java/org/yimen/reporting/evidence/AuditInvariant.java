package org.yimen.reporting.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import tools.jackson.databind.JsonNode;

/**
 * Invariant 4. Reckons every link again by what docs/spec/evidence.md says, not by the code that
 * made it.
 */
final class AuditInvariant {

  private static final String[] FIELDS = {
    "part", "seq", "atMicros", "who", "unit", "role", "deed", "object", "why", "done"
  };

  private final EvidenceFiles files;
  private final Map<Integer, Last> last = new HashMap<>();

  private record Last(long seq, String hash) {}

  private static final Last NONE = new Last(0, "00".repeat(32));

  AuditInvariant(EvidenceFiles files) {
    this.files = files;
  }

  Verdict chainsAreWhole() {
    Verdict verdict = new Verdict(4, "审计链完整");
    files.each(
        EvidenceKind.AUDIT,
        entry -> {
          verdict.look();
          int part = entry.path("part").asInt();
          long seq = entry.path("seq").asLong();
          Last before = last.getOrDefault(part, NONE);
          verdict.expect(seq == before.seq() + 1, "第 %d 链第 %d 条之前有缺", part, seq);
          String hash = entry.path("hash").asString("");
          verdict.expect(hash.equals(hash(before.hash(), entry)), "第 %d 链第 %d 条被改动", part, seq);
          last.put(part, new Last(seq, hash));
        });
    files.each(
        EvidenceKind.AUDIT_HEADS,
        head -> {
          int part = head.path("part").asInt();
          Last found = last.getOrDefault(part, NONE);
          verdict.expect(
              head.path("seq").asLong() == found.seq()
                  && head.path("hash").asString("").equals(found.hash()),
              "第 %d 链的链尾与登记不符",
              part);
        });
    return verdict;
  }

  private static String hash(String before, JsonNode entry) {
    SM3Digest digest = new SM3Digest();
    byte[] link = HexFormat.of().parseHex(before);
    digest.update(link, 0, link.length);
    for (String field : FIELDS) {
      byte[] text = entry.path(field).asString("").getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array(), 0, 4);
      digest.update(text, 0, text.length);
    }
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return HexFormat.of().formatHex(hash);
  }
}
