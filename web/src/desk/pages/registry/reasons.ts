import type { Condition } from './api'

export const SECTIONS = ['tekun', 'dibao', 'dibaoMargin', 'rigidExpense', 'otherDifficulty', 'returnToPovertyWatch', 'single'] as const
export type Section = (typeof SECTIONS)[number]

const PREFIXES: Record<string, Section> = {
  tekun: 'tekun', dibao: 'dibao', margin: 'dibaoMargin', rigid: 'rigidExpense', other: 'otherDifficulty', watch: 'returnToPovertyWatch', single: 'single',
}

export interface ReasonSection {
  section: string
  /** Result of the whole category as the server says it; empty where it says none. */
  result: string
  conditions: Condition[]
}

/** Conditions under the category they belong to, in the order in which the law tries them. */
export function sections(conditions: readonly Condition[], categories: Record<string, string>): ReasonSection[] {
  const grouped = new Map<string, Condition[]>()
  for (const condition of conditions) {
    const prefix = condition.id.split('.')[0] ?? ''
    const section = PREFIXES[prefix] ?? prefix
    grouped.set(section, [...(grouped.get(section) ?? []), condition])
  }
  const order = (section: string) => (SECTIONS as readonly string[]).indexOf(section) >>> 0
  return [...grouped]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([section, items]) => ({ section, result: categories[section] ?? '', conditions: items }))
}

/** What a clerk reads first: the suggested category, else everything that is met or could be. */
export function opened(section: ReasonSection, suggested: string | null): boolean {
  if (suggested && suggested !== 'none' && suggested !== 'unknown') return section.section === suggested
  return section.section === 'dibao' || (section.result !== '' && section.result !== 'notMet')
}
