import { api, call } from '@shared/api/client'
import { Problem } from '@shared/api/problem'
import type { FetchRows } from '@shared/rowWindow'
import type { components } from '@shared/schema'
import type { Tone } from '@shared/ui/Tag.vue'

export type EnteredValue = components['schemas']['EnteredValue']
export type NewValue = components['schemas']['NewParameterValue']
export type HistoricValue = components['schemas']['HistoricValue']
export type ValueEffects = components['schemas']['ValueEffects']
export type Owed = components['schemas']['Owed']

export const STATES = ['open', 'inForce', 'refused'] as const
export const stateTone: Record<string, Tone> = { open: 'warn', inForce: 'good', refused: 'plain', holds: 'good', coming: 'info', past: 'plain', corrected: 'plain' }

const at = (id: number) => ({ params: { path: { id } } })

export const enteredValues = () => call(api.GET('/api/v1/parameter-values'))
export const enteredValue = (id: number) => call(api.GET('/api/v1/parameter-values/{id}', at(id)))
export const propose = (body: NewValue) => call(api.POST('/api/v1/parameter-values', { body }))
export const decide = (id: number, inForce: boolean, reason: string, whatIf: number | null) => call(api.POST('/api/v1/parameter-values/{id}/decision', { ...at(id), body: { inForce, reason: reason || null, whatIf } }))
export const history = (id: string) => call(api.GET('/api/v1/parameters/{id}/history', { params: { path: { id } } }))
export const runEffects = (id: number) => call(api.POST('/api/v1/parameter-values/{id}/effects', at(id)))
export const owed = (id: number): FetchRows<Owed> => (offset, limit, signal) => call(api.GET('/api/v1/parameter-values/{id}/back-pay', { params: { path: { id }, query: { offset, limit } }, signal }))

/** Whom a value touches, as last determined; determined anew where nobody has, or by another law. */
export async function effects(value: EnteredValue): Promise<ValueEffects | null> {
  const known = await call(api.GET('/api/v1/parameter-values/{id}/effects', at(value.id))).catch((problem: unknown) => {
    if (problem instanceof Problem && problem.status === 404) return null
    throw problem
  })
  if (value.state === 'refused' || (known && !known.outdated)) return known
  return runEffects(value.id)
}

/** How many values wait for somebody else's decision. */
export const waiting = async () => (await enteredValues()).filter((value) => value.state === 'open' && !value.own).length

const FIELDS: Record<string, keyof NewValue> = { 'unknown-parameter': 'parameter', 'wrong-value': 'value', 'values-overlap': 'from', 'area-outside': 'area', 'missing-basis': 'document' }

/** Whether a decision was refused because the effects shown no longer hold. */
export const isOutdated = (failure: unknown) => failure instanceof Problem && failure.slug === 'effects-outdated'

/** The field of the form that a refusal is about. */
export const fieldOf = (failure: unknown): keyof NewValue | null => (failure instanceof Problem ? (FIELDS[failure.slug] ?? null) : null)

/** How many limits of that id run in the user's area. */
export const running = async (limit: string) => (await call(api.GET('/api/v1/deadlines/counts', { params: { query: { clock: limit } } }))).all

/** Whether a parameter is a limit of casework (办理时限), which changes no category and no amount. */
export const isLimit = (parameter: string) => parameter.startsWith('deadline.')

/** By how much a figure grows, `+12.5%`; empty where it can't be said. */
export function growth(before: string, after: string): string {
  const from = Number(before)
  const to = Number(after)
  if (!before.trim() || !after.trim() || !Number.isFinite(from) || !Number.isFinite(to) || from === 0 || from === to) return ''
  const share = ((to - from) / from) * 100
  return `${share > 0 ? '+' : '−'}${Math.abs(share).toFixed(1)}%`
}
