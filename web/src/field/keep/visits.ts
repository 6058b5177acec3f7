import { computed, shallowReactive } from 'vue'
import type { Form } from '@shared/form/form'
import { newVisit, type Family, type Visit } from '../visit/visit'
import { open, openBytes, seal, sealBytes } from './lock'
import { openKeys, whenOpened } from './phone'
import { keepSetting, setting, store, type OutcomeState, type VisitState } from './store'

export interface Held {
  state: VisitState
  changedAt: string
  visit: Visit
}

/** What became of a visit, with no answer of it left. */
export interface Outcome {
  id: string
  state: OutcomeState
  at: string
  application: number
  number: string
  applicant: string
  said: string
  conflicts: { title: string; theirs: string; ours: string; theirsBy: string }[]
  notAuthorised: string
}

/** Everything readable while the phone is open; emptied when it is locked. */
export const families = shallowReactive(new Map<number, Family>())
export const visits = shallowReactive(new Map<string, Held>())
export const outcomes = shallowReactive(new Map<string, Outcome>())

export const waitingCount = computed(() => [...visits.values()].filter((held) => held.state === 'waiting').length)
export const unsentCount = computed(() => visits.size)
export const visitOf = (application: number): Held | undefined => [...visits.values()].find((held) => held.visit.family.application === application)

whenOpened(read, () => [families, visits, outcomes].forEach((map) => map.clear()))

async function read(): Promise<void> {
  const keys = openKeys()
  for (const kept of await store.families.toArray()) families.set(kept.application, await open<Family>(keys.families, `family:${kept.application}`, kept.sealed))
  for (const kept of await store.visits.toArray()) visits.set(kept.id, { state: kept.state, changedAt: kept.changedAt, visit: await open<Visit>(keys.visits, `visit:${kept.id}`, kept.sealed) })
  for (const kept of await store.outcomes.toArray()) outcomes.set(kept.id, await open<Outcome>(keys.visits, `outcome:${kept.id}`, kept.sealed))
}

export async function keepFamily(family: Family): Promise<void> {
  const sealed = await seal(openKeys().families, `family:${family.application}`, family)
  await store.families.put({ application: family.application, keepUntil: family.keepUntil, sealed })
  families.set(family.application, family)
}

export async function dropFamily(application: number): Promise<void> {
  await store.families.delete(application)
  families.delete(application)
}

export const keepForm = (form: Form): Promise<unknown> => keepSetting('form', form)
export const keptForm = (): Promise<Form | undefined> => setting<Form>('form')

export async function beginVisit(family: Family, form: Form, investigator: string): Promise<Visit> {
  const visit = newVisit(family, form, investigator)
  await keepVisit(visit, 'draft')
  return visit
}

const writing = new Map<string, Promise<void>>()

/** Keeps the visit as it is now; what is written later is kept later. */
export function keepVisit(visit: Visit, state: VisitState): Promise<void> {
  const held: Held = { visit, state, changedAt: new Date().toISOString() }
  visits.set(visit.id, held)
  const key = openKeys().visits
  const before = writing.get(visit.id) ?? Promise.resolve()
  const now = before.then(async () => {
    const sealed = await seal(key, `visit:${visit.id}`, visit)
    await store.visits.put({ id: visit.id, application: visit.family.application, state, changedAt: held.changedAt, sealed })
  })
  writing.set(visit.id, now.catch(() => undefined))
  return now
}

/** Takes a visit that was never sent off the phone. */
export async function dropVisit(id: string): Promise<void> {
  await writing.get(id)
  await store.transaction('rw', store.visits, store.pictures, async () => {
    await store.visits.delete(id)
    await store.pictures.where('visit').equals(id).delete()
  })
  visits.delete(id)
}

/** The server has it: everything of the visit and the family goes, what became of it stays. */
export async function replaceByOutcome(outcome: Outcome): Promise<void> {
  await writing.get(outcome.id)
  const sealed = await seal(openKeys().visits, `outcome:${outcome.id}`, outcome)
  await store.transaction('rw', [store.visits, store.pictures, store.families, store.outcomes], async () => {
    await store.outcomes.put({ id: outcome.id, application: outcome.application, state: outcome.state, at: outcome.at, sealed })
    await store.visits.delete(outcome.id)
    await store.pictures.where('visit').equals(outcome.id).delete()
    await store.families.delete(outcome.application)
  })
  outcomes.set(outcome.id, outcome)
  visits.delete(outcome.id)
  families.delete(outcome.application)
}

export async function putAway(id: string): Promise<void> {
  await store.outcomes.delete(id)
  outcomes.delete(id)
}

export async function keepPicture(id: string, visit: string, picture: Blob): Promise<void> {
  const head = new TextEncoder().encode(picture.type.padEnd(16))
  const bytes = new Uint8Array([...head, ...new Uint8Array(await picture.arrayBuffer())])
  await store.pictures.put({ id, visit, sent: 0, sealed: await sealBytes(openKeys().visits, `picture:${id}`, bytes) })
}

export async function readPicture(id: string): Promise<Blob | null> {
  const kept = await store.pictures.get(id)
  if (!kept) return null
  const bytes = new Uint8Array(await openBytes(openKeys().visits, `picture:${id}`, kept.sealed))
  return new Blob([bytes.subarray(16)], { type: new TextDecoder().decode(bytes.subarray(0, 16)).trim() })
}

export const dropPicture = (id: string): Promise<void> => store.pictures.delete(id)
