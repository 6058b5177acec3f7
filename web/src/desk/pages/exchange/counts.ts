import type { Delivery } from './api'

type Counts = Pick<Delivery, 'rows' | 'taken' | 'doubtful' | 'refused' | 'skipped'>

/** Every row of a file ends as exactly one of these; false means a mistake in the program. */
export function addsUp(delivery: Counts): boolean {
  return delivery.taken + delivery.doubtful + delivery.refused + delivery.skipped === delivery.rows
}

export interface Share {
  key: 'taken' | 'doubtful' | 'refused' | 'skipped'
  percent: number
}

/** Shares of the rows for a small bar; what exists is never thinner than one percent. */
export function shares(delivery: Counts): Share[] {
  const keys = ['taken', 'doubtful', 'refused', 'skipped'] as const
  if (delivery.rows === 0) return []
  const raw = keys
    .map((key) => ({ key, percent: (delivery[key] / delivery.rows) * 100 }))
    .filter((share) => share.percent > 0)
    .map((share) => ({ ...share, percent: Math.max(1, share.percent) }))
  const sum = raw.reduce((total, share) => total + share.percent, 0)
  return raw.map((share) => ({ ...share, percent: (share.percent / sum) * 100 }))
}
