import type { Permission } from '@shared/session'
import type { Tone } from '@shared/ui/Tag.vue'
import { countOf } from './api'

export const STATES = ['received', 'awaitingPapers', 'accepted', 'proposed', 'onNotice', 'objected', 'noticed', 'withDistrict', 'confirmed', 'refused', 'withdrawn', 'ended', 'awaitingService', 'done'] as const
/** Nothing is left to do. */
export const OVER: readonly string[] = ['confirmed', 'refused', 'withdrawn', 'ended', 'done', 'takenOver']
export const APPLIED_FOR = ['dibao', 'tekun', 'dibaoMargin', 'rigidExpense', 'otherDifficulty'] as const
export const HANDED_IN = ['applicant', 'delegate', 'village', 'warning'] as const

const TONES: Record<string, Tone> = { received: 'info', accepted: 'info', proposed: 'info', onNotice: 'info', noticed: 'info', withDistrict: 'info', awaitingPapers: 'warn', objected: 'warn', awaitingService: 'warn', confirmed: 'good', done: 'good', refused: 'bad' }
export const stateTone = (state: string): Tone => TONES[state] ?? 'plain'

/** By the weightiest thing that the user may do; whoever may do everything decides. */
const DUTIES: [Permission, readonly string[]][] = [
  ['case.decide', ['withDistrict']],
  ['case.review', ['noticed']],
  ['case.accept', ['received', 'accepted', 'proposed', 'objected']],
  ['case.check', ['accepted']],
  ['case.register', ['awaitingPapers', 'accepted', 'objected', 'awaitingService']],
]

/** The states in which applications wait for the user; none for those who only look on. */
export function statesOfDuty(can: (permission: Permission) => boolean): readonly string[] {
  return DUTIES.find(([permission]) => can(permission))?.[1] ?? []
}

/** What is late or waits for the user, each application once. */
export async function waiting(can: (permission: Permission) => boolean): Promise<number> {
  const mine = statesOfDuty(can)
  if (mine.length === 0) return countOf({ late: 'late' }, mine)
  const [late, own, both] = await Promise.all([countOf({ late: 'late' }, mine), countOf({ mine: '1' }, mine), countOf({ late: 'late', mine: '1' }, mine)])
  return late + own - both
}
