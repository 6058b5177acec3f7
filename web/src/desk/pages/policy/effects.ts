import type { EChartsCoreOption } from 'echarts/core'
import { namedBars } from '@shared/ui/chartParts'
import type { TownEffect, WatchFlow } from './api'

const COLOURS = { enters: '#2f8f5b', leaves: '#c23b3b', changes: '#d98a1f' }

/** Who comes under watch and who leaves it for certain, beside any category. */
export function watchMoves(flows: readonly WatchFlow[]) {
  const sum = (before: string, after: string) =>
    flows.filter((flow) => flow.before === before && flow.after === after).reduce((all, flow) => ({ households: all.households + flow.households, persons: all.persons + flow.persons }), { households: 0, persons: 0 })
  return { enters: sum('notMet', 'met'), leaves: sum('met', 'notMet') }
}

/** Households that enter, leave or change category, one bar a town. */
export function townBars(towns: readonly TownEffect[], names: Record<keyof typeof COLOURS, string>, mirrored: boolean): EChartsCoreOption {
  const series = (key: keyof typeof COLOURS, values: number[]) => ({ type: 'bar', name: names[key], stack: 'households', barMaxWidth: 18, itemStyle: { color: COLOURS[key] }, data: values })
  return namedBars(towns.map((town) => town.name), mirrored, [
    series('enters', towns.map((town) => town.entering)),
    series('leaves', towns.map((town) => town.leaving)),
    series('changes', towns.map((town) => town.changing)),
  ])
}
