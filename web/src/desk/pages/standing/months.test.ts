import { describe, expect, it } from 'vitest'
import type { DueAmount } from './api'
import { monthBefore, monthsOf } from './months'

const due = (item: string, monthlyFen: number, fromMonth: string, toMonth: string | null): DueAmount => ({ person: '', name: '', item, monthlyFen, fromMonth, toMonth, number: '1' })

describe('spans of months', () => {
  it('has the newest on top, each with what was due in it', () => {
    const spans = monthsOf([due('allowance', 40000, '2025-11-01', '2026-02-01'), due('supplement', 3500, '2025-11-01', null), due('allowance', 30000, '2026-02-01', null)])
    expect(spans.map((one) => [one.from, one.last, one.fen])).toEqual([['2026-02-01', '', 33500], ['2025-11-01', '2026-01', 43500]])
  })

  it('leaves out months in which nothing was due', () => {
    const spans = monthsOf([due('allowance', 40000, '2025-11-01', '2026-02-01')])
    expect(spans).toHaveLength(1)
    expect(spans[0]?.to).toBe('2026-02-01')
  })

  it('knows the month before January', () => {
    expect(monthBefore('2026-01-01')).toBe('2025-12')
  })
})
