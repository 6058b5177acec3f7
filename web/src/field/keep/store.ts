import Dexie, { type Table } from 'dexie'
import type { Lock, Sealed } from './lock'

/** What the phone keeps. Only numbers, states and times lie open; everything about people is sealed. */
export interface KeptFamily {
  application: number
  keepUntil: string
  sealed: Sealed
}

/** `draft` is being written, `waiting` goes out by itself, `refused` needs somebody. */
export type VisitState = 'draft' | 'waiting' | 'refused'

export interface KeptVisit {
  id: string
  application: number
  state: VisitState
  changedAt: string
  sealed: Sealed
}

/** A photo or signature of an unsent visit. */
export interface KeptPicture {
  id: string
  visit: string
  /** 1 once the server has it. */
  sent: 0 | 1
  sealed: Sealed
}

export type OutcomeState = 'sent' | 'conflict' | 'late'

/** What became of a visit that the server has. */
export interface KeptOutcome {
  id: string
  application: number
  state: OutcomeState
  at: string
  sealed: Sealed
}

class Store extends Dexie {
  declare settings: Table<{ key: string; value: unknown }, string>
  declare families: Table<KeptFamily, number>
  declare visits: Table<KeptVisit, string>
  declare pictures: Table<KeptPicture, string>
  declare outcomes: Table<KeptOutcome, string>

  constructor() {
    super('yimen-phone')
    this.version(1).stores({ settings: '&key', families: '&application, keepUntil', visits: '&id', pictures: '&id, visit', outcomes: '&id, at' })
  }
}

export const store = new Store()

export const setting = async <T>(key: string): Promise<T | undefined> => (await store.settings.get(key))?.value as T | undefined
export const keepSetting = (key: string, value: unknown): Promise<unknown> => store.settings.put({ key, value })
export const lockKept = (): Promise<Lock | undefined> => setting<Lock>('lock')
export const keepLock = (lock: Lock): Promise<unknown> => keepSetting('lock', lock)

const OUTCOMES_SHOWN = 30 * 24 * 3600 * 1000

/** Families whose time on the phone is over go, also while it is locked, and outcomes of long ago. Visits stay. */
export async function dropOverdue(now = new Date()): Promise<void> {
  await store.families.where('keepUntil').below(now.toISOString()).delete()
  await store.outcomes.where('at').below(new Date(now.getTime() - OUTCOMES_SHOWN).toISOString()).delete()
}

/** Everything off the phone. */
export async function clearAll(): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    await Promise.all(store.tables.map((table) => table.clear()))
  })
}
