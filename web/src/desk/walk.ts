import { shallowRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { RowWindow } from '@shared/rowWindow'

/** The list a household was opened from, so that a clerk goes on to the next without returning to it. */
interface Walk {
  rows: RowWindow<object>
  idOf: (row: object) => number
  index: number
  /** Address of the list with its filters. */
  from: RouteLocationRaw
}

const walk = shallowRef<Walk | null>(null)

export function startWalk<T extends object>(rows: RowWindow<T>, idOf: (row: T) => number, index: number, from: RouteLocationRaw): void {
  walk.value = { rows: rows as unknown as RowWindow<object>, idOf: idOf as (row: object) => number, index, from }
}

export function useWalk() {
  const step = (by: number): number | null => {
    const now = walk.value
    const row = now?.rows.rowAt(now.index + by)
    if (!now || !row) return null
    walk.value = { ...now, index: now.index + by }
    now.rows.need(Math.max(0, now.index + by - 1), now.index + by + 1)
    return now.idOf(row)
  }
  /** True while the household shown is the one the walk stands at. */
  const standsAt = (id: number): boolean => {
    const row = walk.value?.rows.rowAt(walk.value.index)
    return walk.value !== null && row !== undefined && walk.value.idOf(row) === id
  }
  return { walk, step, standsAt }
}
