import type { EChartsCoreOption } from 'echarts/core'
import { namedBars } from '@shared/ui/chartParts'
import type { TownCost } from './api'

/** What households cost a month by the law in force and by the one that is tried, fen. */
export interface Cost {
  householdsBefore: number
  householdsAfter: number
  payBefore: number
  payAfter: number
}

export interface TownCosts extends Cost {
  code: string
  name: string
  groups: readonly TownCost[]
}

export function sum(costs: readonly Cost[]): Cost {
  return costs.reduce<Cost>(
    (all, one) => ({
      householdsBefore: all.householdsBefore + one.householdsBefore,
      householdsAfter: all.householdsAfter + one.householdsAfter,
      payBefore: all.payBefore + one.payBefore,
      payAfter: all.payAfter + one.payAfter,
    }),
    { householdsBefore: 0, householdsAfter: 0, payBefore: 0, payAfter: 0 },
  )
}

/** Groups of all towns together, in the order in which they first come. */
export function byGroup(costs: readonly TownCost[]): (Cost & { category: string })[] {
  return [...new Set(costs.map((one) => one.category))].map((category) => ({ category, ...sum(costs.filter((one) => one.category === category)) }))
}

export function byTown(costs: readonly TownCost[]): TownCosts[] {
  return [...new Set(costs.map((one) => one.code))].map((code) => {
    const groups = costs.filter((one) => one.code === code)
    return { code, name: groups[0]?.name ?? '', groups, ...sum(groups) }
  })
}

const COLOURS = { before: '#8fa3bf', after: '#1a5fb4' }

/** Yuan a month, two bars a town. */
export function costBars(towns: readonly TownCosts[], names: Record<keyof typeof COLOURS, string>, mirrored: boolean): EChartsCoreOption {
  const series = (key: keyof typeof COLOURS, values: number[]) => ({ type: 'bar', name: names[key], barMaxWidth: 10, itemStyle: { color: COLOURS[key] }, data: values.map((fen) => Math.round(fen / 100)) })
  return namedBars(towns.map((town) => town.name), mirrored, [series('before', towns.map((town) => town.payBefore)), series('after', towns.map((town) => town.payAfter))])
}
