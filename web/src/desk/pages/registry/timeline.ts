import type { Fact } from './api'

export interface FactFilter {
  subject: string
  kind: string
  bureau: string
}

export interface YearOfFacts {
  /** Four digits, or empty for facts without a date. */
  year: string
  facts: Fact[]
}

export function matches(fact: Fact, filter: FactFilter): boolean {
  return (
    (!filter.subject || fact.subject === filter.subject) &&
    (!filter.kind || fact.kindName === filter.kind) &&
    (!filter.bureau || fact.source?.bureau === filter.bureau)
  )
}

/** Newest first, undated facts last, grouped by year. */
export function byYear(facts: readonly Fact[]): YearOfFacts[] {
  const sorted = [...facts].sort((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || a.kindName.localeCompare(b.kindName, 'zh-CN'))
  const years: YearOfFacts[] = []
  for (const fact of sorted) {
    const year = fact.from?.slice(0, 4) ?? ''
    const last = years.at(-1)
    if (last?.year === year) last.facts.push(fact)
    else years.push({ year, facts: [fact] })
  }
  return years
}

/** Distinct values with how often they occur, most frequent first. */
export function tally(values: readonly (string | null | undefined)[]): { value: string; label: string }[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, label: `${value}（${count}）` }))
}
