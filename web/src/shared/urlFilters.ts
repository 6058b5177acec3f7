import { computed, reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export type Filters<K extends string> = Record<K, string>

/**
 * Filters of a list page that live in the address, so that a view can be sent to a colleague and the back button works.
 * Pages kept alive only listen while they are the shown one.
 */
export function useUrlFilters<K extends string>(keys: readonly K[]) {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const filters = reactive(readFilters(keys, route.query)) as Filters<K>

  watch(() => route.query, (query) => {
    if (route.name === own) Object.assign(filters, readFilters(keys, query))
  })

  function set(changes: Partial<Filters<K>>): void {
    Object.assign(filters, changes)
    void router.replace({ query: { ...route.query, ...blankToUndefined(keys, filters) } })
  }

  return {
    filters,
    set,
    reset: () => set(Object.fromEntries(keys.map((key) => [key, ''])) as Filters<K>),
    active: computed(() => keys.some((key) => filters[key] !== '')),
    /** The filters as query parameters, blanks left out. */
    query: computed(() => given(keys, filters)),
  }
}

export function readFilters<K extends string>(keys: readonly K[], query: Record<string, unknown>): Filters<K> {
  const first = (value: unknown): string => (Array.isArray(value) ? first(value[0]) : typeof value === 'string' ? value : '')
  return Object.fromEntries(keys.map((key) => [key, first(query[key])])) as Filters<K>
}

export function given<K extends string>(keys: readonly K[], filters: Filters<K>): Partial<Filters<K>> {
  return Object.fromEntries(keys.filter((key) => filters[key] !== '').map((key) => [key, filters[key]])) as Partial<Filters<K>>
}

/** `a=1&b=2` with a leading question mark, or nothing. */
export function queryString(query: Record<string, string | undefined>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : ''
}

function blankToUndefined<K extends string>(keys: readonly K[], filters: Filters<K>): Record<string, string | undefined> {
  return Object.fromEntries(keys.map((key) => [key, filters[key] || undefined]))
}
