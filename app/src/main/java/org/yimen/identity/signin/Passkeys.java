package org.yimen.identity.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.authenticator.Authenticator;
import com.webauthn4j.authenticator.AuthenticatorImpl;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks what authenticators show (WebAuthn level 2, 7.1 and 7.2): challenge, origin, signature,
 * that somebody touched it, and that its count of uses only grows. Which make it is isn't asked
 * for.
 */
@Component
class Passkeys {

  private static final boolean VERIFIED = false; // a second factor: the password was before it
  private static final boolean PRESENT = true;

  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(kind(COSEAlgorithmIdentifier.ES256), kind(COSEAlgorithmIdentifier.RS256));

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);

  /** The site for which a key is made and shown, and what it has to answer to. */
  @SuppressWarnings("ArrayRecordComponent")
  record Asked(String origin, String host, byte[] challenge) {

    private ServerProperty server() {
      return ServerProperty.builder()
          .origin(Origin.create(origin))
          .rpId(host)
          .challenge(new DefaultChallenge(challenge))
          .build();
    }
  }

  /** A key as it is kept: its id, itself with the public key in it, and how often it was used. */
  @SuppressWarnings("ArrayRecordComponent")
  record Key(byte[] id, byte[] key, long uses) {}

  /** What an authenticator shows. */
  @SuppressWarnings("ArrayRecordComponent")
  record Shown(byte[] id, byte[] authenticatorData, byte[] clientData, byte[] signature) {}

  /** The new key; nothing where anything about it is not as it has to be. */
  Optional<Key> made(Asked asked, byte[] attestation, byte[] clientData) {
    try {
      AuthenticatorData<?> data =
          manager
              .verify(
                  new RegistrationRequest(attestation, clientData),
                  new RegistrationParameters(asked.server(), KINDS, VERIFIED, PRESENT))
              .getAttestationObject()
              .getAuthenticatorData();
      AttestedCredentialData key = data.getAttestedCredentialData();
      return key == null
          ? Optional.empty()
          : Optional.of(new Key(key.getCredentialId(), keys.convert(key), data.getSignCount()));
    } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** How often the key was used by now; nothing where it wasn't this key that answered. */
  Optional<Long> shown(Asked asked, Key key, Shown shown) {
    Authenticator authenticator = new AuthenticatorImpl(keys.convert(key.key()), null, key.uses());
    try {
      AuthenticatorData<?> data =
          manager
              .verify(
                  new AuthenticationRequest(
                      shown.id(), shown.authenticatorData(), shown.clientData(), shown.signature()),
                  new AuthenticationParameters(
                      asked.server(), authenticator, List.of(key.id()), VERIFIED, PRESENT))
              .getAuthenticatorData();
      return Optional.ofNullable(data).map(AuthenticatorData::getSignCount);
    } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
