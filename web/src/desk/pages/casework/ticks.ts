import { computed, shallowReactive, shallowRef } from 'vue'

/** The rows of a list that are ticked: some by their ids, or all that the filter finds. */
export function useTicks<T extends { id: number }>() {
  const ids = shallowReactive(new Set<number>())
  const all = shallowRef(false)

  function clear() {
    ids.clear()
    all.value = false
  }

  /** Of all those found one can't be left out: whoever unticks one begins anew. */
  function toggle(row: T) {
    if (all.value) clear()
    else if (!ids.delete(row.id)) ids.add(row.id)
  }

  /** Ticks these, or where each of them is ticked none of them. */
  function toggleAll(rows: readonly T[]) {
    if (all.value) clear()
    else if (rows.every((row) => ids.has(row.id))) rows.forEach((row) => ids.delete(row.id))
    else rows.forEach((row) => ids.add(row.id))
  }

  return {
    ids,
    all: computed(() => all.value),
    any: computed(() => all.value || ids.size > 0),
    has: (row: T) => all.value || ids.has(row.id),
    takeAll: () => (all.value = true),
    toggle,
    toggleAll,
    clear,
  }
}
