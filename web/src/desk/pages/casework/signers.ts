import type { CaseFile } from './api'

export interface Signer {
  name: string
  kind: 'member' | 'obligor'
}

const ADULT = 18

/** Adult on a day; who has no day of birth counts as one. */
export function isAdult(birthDate: unknown, on: string): boolean {
  if (typeof birthDate !== 'string' || birthDate === '') return true
  return `${Number(birthDate.slice(0, 4)) + ADULT}${birthDate.slice(4)}` <= on
}

/** Adult members and obligors that the last visit names and who have not signed; before a visit the applicant. */
export function unsigned(file: CaseFile, on: string): Signer[] {
  const signed = new Set(file.records.authorisations.map((one) => `${one.kind}:${one.name}`))
  const members = file.records.visits.at(-1)?.household.members
  const wanted: Signer[] = members
    ? members.flatMap((member) => [
        ...(isAdult(member['birthDate'], on) ? [{ name: nameOf(member), kind: 'member' as const }] : []),
        ...obligors(member).map((one) => ({ name: nameOf(one), kind: 'obligor' as const })),
      ])
    : [{ name: file.family.applicant, kind: 'member' }]
  const keys = wanted.map((one) => `${one.kind}:${one.name}`)
  return wanted.filter((one, index) => one.name !== '' && !signed.has(keys[index] ?? '') && keys.indexOf(keys[index] ?? '') === index)
}

const nameOf = (one: Record<string, unknown>): string => String(one['name'] ?? '').trim()
const obligors = (member: Record<string, unknown>): Record<string, unknown>[] => (Array.isArray(member['obligors']) ? (member['obligors'] as Record<string, unknown>[]) : [])
