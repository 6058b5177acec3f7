import { describe, expect, it } from 'vitest'
import { byGroup, byTown, sum } from './costs'

const line = (code: string, category: string, payBefore: number, payAfter: number) => ({ code, name: `乡${code}`, category, householdsBefore: 1, householdsAfter: 2, payBefore, payAfter })
const costs = [line('a', 'dibao', 100, 150), line('a', 'tekun', 40, 40), line('b', 'dibao', 0, 60)]

describe('costs', () => {
  it('add up by town, with its groups', () => {
    const towns = byTown(costs)
    expect(towns.map((town) => [town.name, town.payBefore, town.payAfter, town.householdsAfter])).toEqual([['乡a', 140, 190, 4], ['乡b', 0, 60, 2]])
    expect(towns[0]?.groups.map((group) => group.category)).toEqual(['dibao', 'tekun'])
  })

  it('add up by group over all towns', () => {
    expect(byGroup(costs).map((group) => [group.category, group.payBefore, group.payAfter])).toEqual([['dibao', 100, 210], ['tekun', 40, 40]])
  })

  it('come to the same either way', () => {
    expect(sum(byGroup(costs))).toEqual(sum(byTown(costs)))
    expect(sum([])).toEqual({ householdsBefore: 0, householdsAfter: 0, payBefore: 0, payAfter: 0 })
  })
})
