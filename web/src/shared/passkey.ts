import { api, call } from './api/client'

type Bytes = Uint8Array<ArrayBuffer>
export const bytesOf = (base64: string): Bytes => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
export const base64Of = (bytes: ArrayBuffer): string => btoa(Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join(''))
const named = (id: string): PublicKeyCredentialDescriptor => ({ type: 'public-key', id: bytesOf(id) })

/** Whether this browser can show passkeys at all; old ones and pages without https can't. */
export const knowsPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

export interface PasskeyQuestion {
  challenge: string
  host: string
  keys: string[]
}

/** The question for the user on the way in, or of this session; null where there is no passkey to answer it. */
export async function passkeyQuestion(): Promise<PasskeyQuestion | null> {
  if (!knowsPasskeys()) return null
  const question = await call(api.POST('/api/v1/session/passkey-question'), true).catch(() => null)
  return question && question.keys.length > 0 ? question : null
}

/** What the server is told after the user has touched the authenticator. */
export async function showPasskey(question: PasskeyQuestion) {
  const shown = (await navigator.credentials.get({
    publicKey: { challenge: bytesOf(question.challenge), rpId: question.host, allowCredentials: question.keys.map(named), userVerification: 'preferred' },
  })) as PublicKeyCredential
  const response = shown.response as AuthenticatorAssertionResponse
  return {
    id: base64Of(shown.rawId),
    authenticatorData: base64Of(response.authenticatorData),
    clientData: base64Of(response.clientDataJSON),
    signature: base64Of(response.signature),
  }
}

/** Makes a passkey on an authenticator of the user's and adds it to the account. */
export async function addPasskey(title: string): Promise<void> {
  const asked = await call(api.POST('/api/v1/own-passkeys/question'))
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(asked.challenge),
      rp: { id: asked.host, name: 'Yimen' },
      user: { id: bytesOf(asked.userHandle), name: asked.username, displayName: asked.displayName },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
      excludeCredentials: asked.keys.map(named),
      attestation: 'none',
      authenticatorSelection: { userVerification: 'preferred' },
    },
  })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  await call(api.POST('/api/v1/own-passkeys', { body: { title, attestation: base64Of(response.attestationObject), clientData: base64Of(response.clientDataJSON) } }))
}

export const ownPasskeys = () => call(api.GET('/api/v1/own-passkeys'))
export const removePasskey = (id: string) => call(api.DELETE('/api/v1/own-passkeys/{id}', { params: { path: { id } } }))

/** The user or the browser gave up: nothing went wrong that words of ours would explain. */
export const gaveUp = (failure: unknown): boolean => failure instanceof DOMException
