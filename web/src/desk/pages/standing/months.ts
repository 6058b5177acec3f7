import type { DueAmount } from './api'

/** Months in which the same amounts were due. */
export interface Span {
  from: string
  /** First month without; null while it is due. */
  to: string | null
  /** Last month with, as 2026-03; empty while it is due. */
  last: string
  fen: number
  items: DueAmount[]
}

/** The month before, as 2026-03. */
export function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

/** Spans of months without a change, the newest first; months in which nothing was due are left out. */
export function monthsOf(amounts: readonly DueAmount[]): Span[] {
  const edges = [...new Set(amounts.flatMap((one) => (one.toMonth ? [one.fromMonth, one.toMonth] : [one.fromMonth])))].sort()
  return edges
    .map((from, at) => {
      const to = edges[at + 1] ?? null
      const items = amounts.filter((one) => one.fromMonth <= from && (!one.toMonth || one.toMonth > from))
      return { from, to, last: to ? monthBefore(to) : '', fen: items.reduce((sum, one) => sum + one.monthlyFen, 0), items }
    })
    .filter((span) => span.items.length > 0)
    .reverse()
}
