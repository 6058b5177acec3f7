package org.yimen.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A security key in software: makes one ES256 key and shows it, as a browser would pass it on. */
final class TestAuthenticator {

  private static final int PRESENT = 0x01;
  private static final int WITH_KEY = 0x40;

  private final KeyPair key;
  private final byte[] id = new byte[32];
  private final String origin;
  private int uses;

  TestAuthenticator(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      key = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Its count of uses as it was: what a copy of it would show. */
  void forgetUses() {
    uses = 0;
  }

  /** What is sent to add the key, as an answer to a question. */
  Map<String, Object> made(JsonNode question, String title) {
    byte[] authenticatorData = data(question, PRESENT | WITH_KEY, described());
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    attestation.write(0xA3); // a map of three, each a short text with its value
    text(attestation, "fmt");
    text(attestation, "none");
    text(attestation, "attStmt");
    attestation.write(0xA0);
    text(attestation, "authData");
    attestation.write(0x59);
    attestation.writeBytes(
        ByteBuffer.allocate(2).putShort((short) authenticatorData.length).array());
    attestation.writeBytes(authenticatorData);
    Map<String, Object> made = new HashMap<>();
    made.put("title", title);
    made.put("attestation", base64(attestation.toByteArray()));
    made.put("clientData", base64(clientData("webauthn.create", question)));
    return made;
  }

  /** What is sent to show the key. */
  Map<String, Object> shown(JsonNode question) {
    uses++;
    byte[] authenticatorData = data(question, PRESENT, new byte[0]);
    byte[] clientData = clientData("webauthn.get", question);
    Map<String, Object> shown = new HashMap<>();
    shown.put("id", base64(id));
    shown.put("authenticatorData", base64(authenticatorData));
    shown.put("clientData", base64(clientData));
    shown.put("signature", base64(sign(authenticatorData, sha256(clientData))));
    return shown;
  }

  private byte[] sign(byte[] authenticatorData, byte[] clientDataHash) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.getPrivate());
      signature.update(authenticatorData);
      signature.update(clientDataHash);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] data(JsonNode question, int flags, byte[] rest) {
    byte[] host = sha256(question.get("host").asString().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(host.length + 5 + rest.length)
        .put(host)
        .put((byte) flags)
        .putInt(uses)
        .put(rest)
        .array();
  }

  /** Its make (unknown), the key's id, and the public key as COSE has it. */
  private byte[] described() {
    ECPublicKey open = (ECPublicKey) key.getPublic();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[16]);
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
    out.writeBytes(id);
    out.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    out.writeBytes(unsigned(open.getW().getAffineX()));
    out.writeBytes(new byte[] {0x22, 0x58, 32});
    out.writeBytes(unsigned(open.getW().getAffineY()));
    return out.toByteArray();
  }

  private byte[] clientData(String type, JsonNode question) {
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Base64.getDecoder().decode(question.get("challenge").asString()));
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] out = new byte[32];
    int length = Math.min(signed.length, out.length);
    System.arraycopy(signed, signed.length - length, out, out.length - length, length);
    return out;
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(0x60 + text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
