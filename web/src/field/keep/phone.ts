import { computed, readonly, ref, shallowRef } from 'vue'
import { useSession } from '@shared/session'
import { randomUuid } from '@shared/uuid'
import { phoneKey } from '../api'
import { afterFailure, isShut, makeLock, MOST_FAILURES, open, openLock, reopenLock, seal, WrongPin, type Keys, type Lock, type Sealed } from './lock'
import { clearAll, dropOverdue, keepLock, keepSetting, lockKept, setting, store } from './store'

/** `shut`: too many wrong PINs, or the PIN forgotten; signing in opens what was not sent. */
export type Phase = 'starting' | 'insecure' | 'signIn' | 'newPin' | 'locked' | 'shut' | 'open'

/** Whose phone it is; sealed like everything else. */
export interface Owner {
  username: string
  name: string
  demo: boolean
}

const OWNER = 'owner'
const phase = ref<Phase>('starting')
const keys = shallowRef<Keys | null>(null)
const owner = shallowRef<Owner | null>(null)
const failures = ref(0)
const listeners = { opened: new Set<() => Promise<void>>(), locked: new Set<() => void>() }

/** The phone's lock: one state for the whole page. */
export function usePhone() {
  return { phase: readonly(phase), owner: readonly(owner), triesLeft: computed(() => MOST_FAILURES - failures.value), start, signedIn, choosePin, unlock, lock, forgotten, clear }
}

/** The keys while the phone is open. */
export function openKeys(): Keys {
  if (!keys.value) throw new Error('the phone is locked')
  return keys.value
}

/** What reads the stores after opening, and forgets them at locking. */
export function whenOpened(opened: () => Promise<void>, locked: () => void): void {
  listeners.opened.add(opened)
  listeners.locked.add(locked)
}

async function start(): Promise<void> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) {
    phase.value = 'insecure'
    return
  }
  await dropOverdue()
  const kept = await lockKept()
  failures.value = kept?.failures ?? 0
  if (kept) {
    phase.value = isShut(kept) ? 'shut' : 'locked'
    return
  }
  await useSession().ready()
  phase.value = useSession().signedIn.value ? 'newPin' : 'signIn'
}

/** After signing in: a phone without a lock, or with a shut one, gets a PIN. False where it is somebody else's phone. */
async function signedIn(): Promise<boolean> {
  if (phase.value === 'signIn' || phase.value === 'shut') phase.value = 'newPin'
  const { account, signOut } = useSession()
  if (phase.value !== 'open' || !owner.value || account.value?.username === owner.value.username) return true
  await signOut()
  return false
}

/** Sets the PIN of a new lock, or of one that signing in opens again. A problem where the server gives no key. */
async function choosePin(pin: string): Promise<void> {
  const kept = await lockKept()
  const phone = kept?.phone ?? randomUuid()
  const key = await phoneKey(phone)
  const made = kept ? await reopenLock(kept, key, pin) : await makeLock(phone, pin, key)
  const { account } = useSession()
  const whose: Owner = { username: account.value?.username ?? '', name: account.value?.displayName ?? '', demo: account.value?.demo ?? false }
  await keepSetting(OWNER, await seal(made.keys.visits, OWNER, whose))
  await keepLock(made.lock)
  await enter(made.keys)
}

/** True when the PIN was right. Each try is written down before it is made. */
async function unlock(pin: string): Promise<boolean> {
  const kept = await lockKept()
  if (!kept) return false
  const failed = afterFailure(kept)
  await keepLock({ ...kept, failures: failed.failures })
  try {
    const opened = await openLock(kept, pin)
    await keepLock({ ...kept, failures: 0 })
    await enter(opened)
    return true
  } catch (failure) {
    if (!(failure instanceof WrongPin)) throw failure
    await shutIf(failed)
    return false
  }
}

async function shutIf(failed: Lock): Promise<void> {
  await keepLock(failed)
  failures.value = failed.failures
  if (!isShut(failed)) return
  await store.families.clear()
  phase.value = 'shut'
}

/** The PIN is forgotten: as after too many wrong ones. */
async function forgotten(): Promise<void> {
  const kept = await lockKept()
  if (kept) await shutIf({ ...kept, failures: MOST_FAILURES, families: null, visits: null })
}

async function enter(opened: Keys): Promise<void> {
  keys.value = opened
  failures.value = 0
  const kept = await setting<Sealed>(OWNER)
  owner.value = kept ? await open<Owner>(opened.visits, OWNER, kept) : null
  for (const opening of listeners.opened) await opening()
  phase.value = 'open'
}

function lock(): void {
  if (phase.value !== 'open') return
  keys.value = null
  owner.value = null
  listeners.locked.forEach((locked) => locked())
  phase.value = 'locked'
}

/** Everything off this phone, sent or not. */
async function clear(): Promise<void> {
  lock()
  await clearAll()
  await useSession().refresh()
  phase.value = useSession().signedIn.value ? 'newPin' : 'signIn'
}

const IDLE = 5 * 60 * 1000

/** Locks after a while without a touch; a phone that slept is locked when it wakes. */
export function lockWhenIdle(): void {
  let touched = Date.now()
  const look = () => {
    if (Date.now() - touched > IDLE) lock()
  }
  for (const event of ['pointerdown', 'keydown', 'input']) addEventListener(event, () => { look(); touched = Date.now() }, { passive: true, capture: true })
  document.addEventListener('visibilitychange', look)
  setInterval(look, 10_000)
}
