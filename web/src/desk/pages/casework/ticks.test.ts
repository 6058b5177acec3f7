import { describe, expect, it } from 'vitest'
import { useTicks } from './ticks'

const rows = [{ id: 1 }, { id: 2 }, { id: 3 }]

describe('the rows of a list that are ticked', () => {
  it('are ticked one by one', () => {
    const ticks = useTicks<{ id: number }>()
    ticks.toggle(rows[0]!)
    ticks.toggle(rows[2]!)
    ticks.toggle(rows[0]!)
    expect([...ticks.ids]).toEqual([3])
    expect(ticks.has(rows[2]!)).toBe(true)
  })

  it('are ticked together, and let go together where all were', () => {
    const ticks = useTicks<{ id: number }>()
    ticks.toggle(rows[1]!)
    ticks.toggleAll(rows)
    expect(ticks.ids.size).toBe(3)
    ticks.toggleAll(rows)
    expect(ticks.any.value).toBe(false)
  })

  it('may be all that the filter finds, without naming them', () => {
    const ticks = useTicks<{ id: number }>()
    ticks.takeAll()
    expect(ticks.has({ id: 99 })).toBe(true)
    expect(ticks.ids.size).toBe(0)
    ticks.toggle(rows[0]!)
    expect(ticks.any.value).toBe(false)
  })
})
