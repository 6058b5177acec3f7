/**
 * What opens the data on this phone (docs/adr/0007). Two keys: one for downloaded families, one for visits being
 * written and waiting to be sent. Both lie wrapped by a key made of the user's PIN and a secret of this phone that no
 * script can read; the visits' key lies wrapped a second time, by a key that the server gives after signing in.
 */
export const ITERATIONS = 600_000
export const PIN_LENGTH = 6
export const MOST_FAILURES = 5

/** Bytes under a key; they open only at the place they were sealed for. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

export interface Lock {
  phone: string
  salt: Uint8Array<ArrayBuffer>
  iterations: number
  /** Not to be read by any script. */
  device: CryptoKey
  /** None after too many wrong PINs. */
  families: Sealed | null
  visits: Sealed | null
  visitsBySignIn: Sealed
  failures: number
}

export interface Keys {
  families: CryptoKey
  visits: CryptoKey
}

export class WrongPin extends Error {}

const AES = { name: 'AES-GCM', length: 256 } as const

/** Whether a PIN is long enough and not among the first that a thief tries. */
export function isFitPin(pin: string): boolean {
  if (!new RegExp(`^\\d{${PIN_LENGTH},12}$`).test(pin)) return false
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])))
  return steps.size > 1
}

/** A new lock for a phone, with the key that the server keeps for it. */
export async function makeLock(phone: string, pin: string, serverKey: Uint8Array<ArrayBuffer>, iterations = ITERATIONS): Promise<{ lock: Lock; keys: Keys }> {
  return lockUp(phone, pin, serverKey, await freshKey(), iterations)
}

/** Opens with the PIN. */
export async function openLock(lock: Lock, pin: string): Promise<Keys> {
  if (!lock.families || !lock.visits) throw new WrongPin()
  const wrapping = await fromPin(pin, lock)
  try {
    const [families, visits] = await Promise.all([unwrap(lock.families, wrapping, 'families', false), unwrap(lock.visits, wrapping, 'visits', false)])
    return { families, visits }
  } catch {
    throw new WrongPin()
  }
}

/** After a wrong PIN; after the last one allowed neither key opens by PIN any more, nor do families at all. */
export function afterFailure(lock: Lock): Lock {
  const failures = lock.failures + 1
  return failures >= MOST_FAILURES ? { ...lock, failures, families: null, visits: null } : { ...lock, failures }
}

export const isShut = (lock: Lock): boolean => lock.visits === null

/** Opens the visits by signing in, and locks them anew with another PIN; the families' key is a new one. */
export async function reopenLock(lock: Lock, serverKey: Uint8Array<ArrayBuffer>, pin: string): Promise<{ lock: Lock; keys: Keys }> {
  const visits = await unwrap(lock.visitsBySignIn, await fromServer(serverKey), 'visits-by-sign-in', true)
  return lockUp(lock.phone, pin, serverKey, visits, lock.iterations)
}

async function lockUp(phone: string, pin: string, serverKey: Uint8Array<ArrayBuffer>, visits: CryptoKey, iterations: number): Promise<{ lock: Lock; keys: Keys }> {
  const device = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const wrapping = await fromPin(pin, { salt, iterations, device })
  const families = await freshKey()
  const lock: Lock = {
    phone, salt, iterations, device, failures: 0,
    families: await wrap(families, wrapping, 'families'),
    visits: await wrap(visits, wrapping, 'visits'),
    visitsBySignIn: await wrap(visits, await fromServer(serverKey), 'visits-by-sign-in'),
  }
  return { lock, keys: await openLock(lock, pin) }
}

/** Slow on purpose, and of no use away from this phone. */
async function fromPin(pin: string, { salt, iterations, device }: Pick<Lock, 'salt' | 'iterations' | 'device'>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  const slow = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
  return crypto.subtle.importKey('raw', await crypto.subtle.sign('HMAC', device, slow), AES, false, ['encrypt', 'decrypt'])
}

const fromServer = (key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => crypto.subtle.importKey('raw', key, AES, false, ['encrypt', 'decrypt'])
const freshKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt'])

async function wrap(key: CryptoKey, wrapping: CryptoKey, place: string): Promise<Sealed> {
  return sealBytes(wrapping, place, await crypto.subtle.exportKey('raw', key))
}

async function unwrap(sealed: Sealed, wrapping: CryptoKey, place: string, extractable: boolean): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await openBytes(wrapping, place, sealed), AES, extractable, ['encrypt', 'decrypt'])
}

export async function sealBytes(key: CryptoKey, place: string, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, plain) }
}

export const openBytes = (key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, bytes)

export const seal = (key: CryptoKey, place: string, plain: unknown): Promise<Sealed> => sealBytes(key, place, new TextEncoder().encode(JSON.stringify(plain)))
export const open = async <T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T> => JSON.parse(new TextDecoder().decode(await openBytes(key, place, sealed))) as T
