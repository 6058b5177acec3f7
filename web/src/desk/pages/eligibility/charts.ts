import type { EChartsCoreOption } from 'echarts/core'
import { formatCount } from '@shared/format'
import { barBase, nameAxis, TEXT, valueAxis } from '@shared/ui/chartParts'
import type { AreaGroups } from './api'

export const GROUP_COLOURS: Record<string, string> = {
  listedAgrees: '#2f8f5b', listedContradicted: '#c23b3b', listedOther: '#d98a1f',
  unlistedLikely: '#1a5fb4', unlistedUnclear: '#8fa3bd', unlistedNot: '#c9d1dc',
}
const BLUE = '#1a5fb4'

export interface Bar {
  name: string
  value: number
  colour?: string
}

/** Lying bars with the figure at their end; right-to-left pages get them mirrored. */
export function lyingBars(bars: readonly Bar[], mirrored: boolean): EChartsCoreOption {
  return {
    ...barBase(mirrored),
    xAxis: { ...valueAxis(mirrored) },
    yAxis: { ...nameAxis(bars.map((bar) => bar.name), mirrored) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        data: bars.map((bar) => ({ value: bar.value, itemStyle: { color: bar.colour ?? BLUE, borderRadius: 3 } })),
        label: { show: true, position: mirrored ? 'left' : 'right', color: TEXT, formatter: ({ value }: { value: number }) => formatCount(value) },
      },
    ],
  }
}

/** One bar per area, one segment per group, in the order of the groups given. */
export function stackedBars(areas: readonly AreaGroups[], groups: readonly { value: string; label: string }[], mirrored: boolean): EChartsCoreOption {
  return {
    ...barBase(mirrored),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items: { axisValue: string; seriesName: string; value: number }[]) =>
        [items[0]?.axisValue ?? '', ...items.map((item) => `${item.seriesName} ${formatCount(item.value)}`)].map(escaped).join('<br>'),
    },
    xAxis: valueAxis(mirrored),
    yAxis: nameAxis(areas.map((area) => area.name), mirrored),
    series: groups.map((group) => ({
      type: 'bar',
      stack: 'households',
      name: group.label,
      barMaxWidth: 22,
      itemStyle: { color: GROUP_COLOURS[group.value] ?? BLUE, borderColor: '#fff', borderWidth: 1 },
      data: areas.map((area) => area.groups[group.value] ?? 0),
    })),
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
