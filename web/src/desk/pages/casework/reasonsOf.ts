import type { Condition } from '../registry/api'
import type { MadeDetermination } from './api'

/** A determination's conditions as the household page shows them, with persons by their names; what is kept is Chinese. */
export function reasonsOf(made: MadeDetermination, nameOf: (mark: string) => string, titleOf: (rule: string) => string): Condition[] {
  return made.result.conditions.map((one) => {
    const [rule = one.id, mark = ''] = one.id.split('@')
    const subject = mark || one.subject
    return { ...one, subject: subject === 'household' ? subject : nameOf(subject), title: titleOf(rule), titleUyghur: titleOf(rule), textUyghur: one.text, missing: [] }
  })
}

/** Names of the members of a visit by their marks. */
export function namesOf(members: readonly Record<string, unknown>[]): Map<string, string> {
  return new Map(members.map((member, index) => [String(member['id'] || `m${index + 1}`), String(member['name'] ?? '')]))
}
