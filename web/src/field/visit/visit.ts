import { copyOf, type Answers, type Form, type Household, type Section } from '@shared/form/form'
import { localNow } from '@shared/format'
import { randomUuid } from '@shared/uuid'

/** Where an answer on the phone comes from. */
export interface Source {
  source: string
  on: string | null
}

export interface Signer {
  name: string
  kind: 'member' | 'obligor'
}

/** What stays of a family with a visit, so that it can be finished and named after the family has gone from the phone. */
export interface FamilyHead {
  application: number
  number: string
  applicant: string
  phone: string
  village: string
  appliedFor: string
  /** Families that were taken along before it was told lack it. */
  registeredOn?: string
  due: string | null
  download: string
}

export interface Family extends FamilyHead {
  keepUntil: string
  household: Household
  sources: Record<string, Source>
  unsigned: Signer[]
}

export const ROLES = ['family', 'first', 'second'] as const
export type Role = (typeof ROLES)[number]

/** `typed`: the name was typed and agreed to in place of a drawn signature. */
export interface Signature {
  name: string
  typed: boolean
  picture: string
}

export interface Photo {
  picture: string
  caption: string
  takenAt: string
}

export interface Location {
  latitude: number
  longitude: number
  accuracyMetres: number
  at: string
}

/** Why the server did not take a visit, in its own words. */
export interface Refusal {
  at: string
  said: string
}

/** A visit while it is written down and until it is sent; replaced whole afterwards. */
export interface Visit {
  id: string
  family: FamilyHead
  formVersion: number
  household: Household
  /** As it was downloaded. */
  original: Household
  sources: Record<string, Source>
  unsigned: Signer[]
  done: string[]
  visitedAt: string
  place: string
  location: Location | null
  names: Record<Role, string>
  signatures: Partial<Record<Role, Signature>>
  photos: Photo[]
  authorised: Signer[]
  authorisedOn: string
  note: string
  /** What the server found wrong, by place. */
  wrong: Record<string, string>
  result: Refusal | null
}

const CLOCKS_DIFFER = 600_000

/** A new visit: nothing of any other is in it. */
export function newVisit(family: Family, form: Form, investigator: string, now = new Date()): Visit {
  const { application, number, applicant, phone, village, appliedFor, registeredOn, due, download, household, sources, unsigned } = copyOf(family)
  const marked = withMarks(household, applicant)
  return {
    id: randomUuid(), family: { application, number, applicant, phone, village, appliedFor, ...(registeredOn ? { registeredOn } : {}), due, download }, formVersion: form.version, household: marked, original: copyOf(marked), sources: byMark(sources, marked), unsigned,
    done: [], visitedAt: localNow(now), place: '', location: null, names: { family: applicant, first: investigator, second: '' }, signatures: {}, photos: [],
    authorised: [], authorisedOn: localNow(now).slice(0, 10), note: '', wrong: {}, result: null,
  }
}

function withMarks(household: Household, applicant: string): Household {
  const members = household.members ?? []
  return { ...household, members: members.length > 0 ? members.map((member, index) => ({ ...member, id: member['id'] ?? `m${index + 1}` })) : [{ id: 'm1', name: applicant, relation: 'applicant' }] }
}

/** Nobody has been there tomorrow, nor for an application that wasn't made yet; the clocks of phone and server may differ a little. */
export function timeFault({ visitedAt, family }: Visit, now = new Date()): 'needTime' | 'timeAhead' | 'timeBefore' | null {
  if (visitedAt === '') return 'needTime'
  if (new Date(visitedAt).getTime() > now.getTime() + CLOCKS_DIFFER) return 'timeAhead'
  return family.registeredOn && visitedAt.slice(0, 10) < family.registeredOn ? 'timeBefore' : null
}

/** Places such as `members[0].name` by the member's mark, as members may be taken out. */
function byMark(sources: Record<string, Source>, household: Household): Record<string, Source> {
  return Object.fromEntries(Object.entries(sources).map(([path, source]) => [path.replace(/^members\[(\d+)\]/, (_, index: string) => String(household.members[Number(index)]?.['id'] ?? index)), source]))
}

/** The answers of a subject: the household, or the member of that mark. */
export const subjectOf = (household: Household, member: string | null): Answers | undefined =>
  member === null ? household : household.members.find((one) => one['id'] === member)

export function withAnswer(household: Household, member: string | null, id: string, value: unknown): Household {
  if (member === null) return { ...household, [id]: value }
  return { ...household, members: household.members.map((one) => (one['id'] === member ? { ...one, [id]: value } : one)) }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Sources of a section's answers that stand as they were downloaded, by question. */
export function sourcesOf(visit: Visit, section: Section, member: string | null): Record<string, Source> {
  const now = subjectOf(visit.household, member) ?? {}
  const then = subjectOf(visit.original, member) ?? {}
  const prefix = member === null ? '' : `${member}.`
  const known: Record<string, Source> = {}
  for (const { id } of section.questions) {
    const source = visit.sources[prefix + id]
    if (source && now[id] !== undefined && same(now[id], then[id])) known[id] = source
  }
  return known
}

/** Whether anything in the section was there before the visit and still is as it was. */
export function isUntouched(visit: Visit, section: Section, member: string | null): boolean {
  const now = subjectOf(visit.household, member) ?? {}
  const then = subjectOf(visit.original, member) ?? {}
  const given = section.questions.filter(({ id }) => then[id] !== undefined && then[id] !== '')
  return given.length > 0 && section.questions.every(({ id }) => same(now[id], then[id]))
}

export const memberName = (member: Answers | undefined): string => String(member?.['name'] ?? '').trim()

const ADULT = 18

/** Adult members and obligors as the visit finds them, and those the office still waits for. */
export function wantedSigners(visit: Visit, signedBefore: (one: Signer) => boolean = () => false): Signer[] {
  const day = visit.visitedAt.slice(0, 10)
  const known = new Set(visit.original.members.map((member) => memberName(member)))
  const found = visit.household.members.flatMap((member): Signer[] => [
    ...(isAdult(member['birthDate'], day) && !known.has(memberName(member)) ? [{ name: memberName(member), kind: 'member' as const }] : []),
    ...obligors(member).map((one) => ({ name: memberName(one), kind: 'obligor' as const })).filter((one) => !obligorsBefore(visit).has(one.name)),
  ])
  const all = [...visit.unsigned, ...found].filter((one) => one.name !== '' && !signedBefore(one))
  return all.filter((one, index) => all.findIndex((other) => sameSigner(one, other)) === index)
}

const obligors = (member: Answers): Answers[] => (Array.isArray(member['obligors']) ? (member['obligors'] as Answers[]) : [])
const obligorsBefore = (visit: Visit): Set<string> => new Set(visit.original.members.flatMap((member) => obligors(member).map(memberName)))
export const sameSigner = (one: Signer, other: Signer): boolean => one.name === other.name && one.kind === other.kind

function isAdult(birthDate: unknown, on: string): boolean {
  if (typeof birthDate !== 'string' || birthDate === '') return true
  return `${Number(birthDate.slice(0, 4)) + ADULT}${birthDate.slice(4)}` <= on
}
