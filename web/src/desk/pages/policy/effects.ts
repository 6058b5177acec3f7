import type { EChartsCoreOption } from 'echarts/core'
import { barBase, nameAxis, valueAxis } from '@shared/ui/chartParts'
import type { TownEffect } from './api'

const COLOURS = { enters: '#2f8f5b', leaves: '#c23b3b', changes: '#d98a1f' }

/** Households that enter, leave or change category, one bar a town. */
export function townBars(towns: readonly TownEffect[], names: Record<keyof typeof COLOURS, string>, mirrored: boolean): EChartsCoreOption {
  const series = (key: keyof typeof COLOURS, values: number[]) => ({ type: 'bar', name: names[key], stack: 'households', barMaxWidth: 18, itemStyle: { color: COLOURS[key] }, data: values })
  return {
    ...barBase(mirrored),
    grid: { ...barBase(mirrored).grid, top: 28 },
    legend: { top: 0, itemWidth: 12, itemHeight: 12 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: valueAxis(mirrored),
    yAxis: nameAxis(towns.map((town) => town.name), mirrored),
    series: [
      series('enters', towns.map((town) => town.entering)),
      series('leaves', towns.map((town) => town.leaving)),
      series('changes', towns.map((town) => town.changing)),
    ],
  }
}
