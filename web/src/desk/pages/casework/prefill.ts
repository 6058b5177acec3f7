import type { Household } from '@shared/form/form'
import type { Household as Registered } from '../registry/api'
import type { CaseFile } from './api'

/** Where the answers that the form begins with come from. */
export interface Beginning {
  household: Household
  source: 'visit' | 'register' | 'nothing'
}

/** The last visit's answers, else what the register knows, else the applicant's name: nobody types what is known. */
export function beginning(file: CaseFile, registered: Registered | undefined, former?: CaseFile): Beginning {
  const last = file.records.visits.at(-1) ?? former?.records.visits.at(-1)
  if (last) return { household: structuredClone(toPlain(last.household)), source: 'visit' }
  if (registered) return { household: ofRegister(registered, file.family.applicant, file.family.phone), source: 'register' }
  return { household: { ...(file.family.phone ? { phone: file.family.phone } : {}), members: [{ id: 'm1', name: file.family.applicant, relation: 'applicant' }] }, source: 'nothing' }
}

const toPlain = (household: Household): Household => JSON.parse(JSON.stringify(household)) as Household

/** How the register names relatives of the head, and what the form calls them. */
const RELATIONS: [RegExp, string][] = [
  [/^(配偶|夫|妻)$/, 'spouse'],
  [/^(子|儿子|独生子|长子|次子|三子)$/, 'son'],
  [/^(女|女儿|独生女|长女|次女|二女|三女)$/, 'daughter'],
  [/^父亲?$/, 'father'],
  [/^母亲?$/, 'mother'],
]

/** Only where the applicant is the head: to somebody else the others are something else. */
function relationOf(name: string, applicant: boolean, headApplies: boolean): { relation?: string } {
  if (applicant) return { relation: 'applicant' }
  const relation = headApplies ? RELATIONS.find(([pattern]) => pattern.test(name))?.[1] : undefined
  return relation ? { relation } : {}
}

function ofRegister(registered: Registered, applicant: string, phone: string): Household {
  const living = registered.members.filter((member) => !member.to && !member.diedOn)
  const first = living.filter((member) => member.name === applicant)
  const members = [...first, ...living.filter((member) => member.name !== applicant)].map((member, index) => ({
    id: `m${index + 1}`,
    person: member.id,
    name: member.name,
    ...relationOf(member.relationName, member.name === applicant, first[0]?.relationName === '户主'),
    ...(member.birthDate ? { birthDate: member.birthDate } : {}),
    ...(member.sex === 'male' || member.sex === 'female' ? { sex: member.sex } : {}),
    ...(member.citizenNumber && !member.citizenNumber.includes('*') ? { citizenNumber: member.citizenNumber } : {}),
  }))
  return {
    ...(registered.residence ? { residence: registered.residence } : {}),
    ...(registered.address ? { address: registered.address } : {}),
    ...(phone ? { phone } : {}),
    members: members.length > 0 ? members : [{ id: 'm1', name: applicant, relation: 'applicant' }],
  }
}
