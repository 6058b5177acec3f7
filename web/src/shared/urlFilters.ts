import { computed, reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { keptTyped, keepTyped, namesSomebody } from './typedSearch'

export type Filters<K extends string> = Record<K, string>

/**
 * Filters of a list page that live in the address, so that a view can be sent to a colleague and the back button works.
 * Pages kept alive only listen while they are the shown one. A typed number of somebody stays out of the address.
 */
export function useUrlFilters<K extends string>(keys: readonly K[]) {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const read = (query: Record<string, unknown>) => ({ ...readFilters(keys, query), ...known(keys, keptTyped()) })
  const filters = reactive(read(route.query)) as Filters<K>

  watch(() => route.query, (query) => {
    if (route.name === own) Object.assign(filters, read(query))
  })

  function set(changes: Partial<Filters<K>>): void {
    Object.assign(filters, changes)
    const hidden = Object.fromEntries(keys.filter((key) => namesSomebody(key, filters[key])).map((key) => [key, filters[key]]))
    const shown = { ...blankToUndefined(keys, filters), ...Object.fromEntries(Object.keys(hidden).map((key) => [key, undefined])) }
    keepTyped(hidden)
    void router.replace({ query: { ...route.query, ...shown } })
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

/** What is kept beside the address, of the filters of this page. */
function known<K extends string>(keys: readonly K[], kept: Record<string, string>): Partial<Filters<K>> {
  return Object.fromEntries(keys.filter((key) => key in kept).map((key) => [key, kept[key]])) as Partial<Filters<K>>
}

function blankToUndefined<K extends string>(keys: readonly K[], filters: Filters<K>): Record<string, string | undefined> {
  return Object.fromEntries(keys.map((key) => [key, filters[key] || undefined]))
}
