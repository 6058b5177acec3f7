import type { EChartsCoreOption } from 'echarts/core'
import { formatCount } from '@shared/format'

export const TEXT = '#36414f'

/** What all bar charts have in common. */
export function barBase(mirrored: boolean) {
  return {
    animation: false,
    aria: { enabled: true },
    grid: { top: 4, bottom: 4, left: mirrored ? 52 : 4, right: mirrored ? 4 : 52, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    // A real name, not 'inherit': labels are measured with it.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
  }
}

/** The axis of figures. */
export const valueAxis = (mirrored: boolean) => ({
  type: 'value',
  inverse: mirrored,
  minInterval: 1,
  splitLine: { lineStyle: { color: '#edf0f5' } },
  axisLabel: { color: '#4b5768', hideOverlap: true, formatter: (value: number) => formatCount(value) },
})

/** The axis of names. */
export const nameAxis = (names: string[], mirrored: boolean) => ({
  type: 'category',
  data: names,
  inverse: true,
  position: mirrored ? 'right' : 'left',
  axisTick: { show: false },
  axisLine: { lineStyle: { color: '#c6cedb' } },
  axisLabel: { color: TEXT, interval: 0 },
})

/** Bars of several series for each name, with a legend. */
export function namedBars(names: string[], mirrored: boolean, series: object[]): EChartsCoreOption {
  const base = barBase(mirrored)
  return {
    ...base,
    grid: { ...base.grid, top: 28 },
    legend: { top: 0, itemWidth: 12, itemHeight: 12 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: valueAxis(mirrored),
    yAxis: nameAxis(names, mirrored),
    series,
  }
}
