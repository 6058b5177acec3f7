import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, call } from './api/client'

/** Townships and villages the account may see; the same for the whole session. */
export function useAreas(town: MaybeRefOrGetter<string> = '') {
  const areas = useQuery({ queryKey: ['areas'], queryFn: () => call(api.GET('/api/v1/areas')), staleTime: Infinity })
  const all = computed(() => areas.data.value ?? [])
  const option = (area: { code: string; name: string }) => ({ value: area.code, label: area.name })
  return {
    /** Code of the district; empty until the areas are known. */
    county: computed(() => all.value.find((area) => area.level === 'county')?.code ?? ''),
    towns: computed(() => all.value.filter((area) => area.level === 'town').map(option)),
    villages: computed(() => {
      const chosen = toValue(town)
      return all.value.filter((area) => area.level === 'village' && (!chosen || area.parent === chosen)).map(option)
    }),
    nameOf: (code: string) => all.value.find((area) => area.code === code)?.name ?? code,
  }
}
