import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useAreas } from '@shared/areas'
import { parameters, rules } from './api'

/** The district's values of today and the conditions, by id. */
export function useLaw() {
  const { county } = useAreas()
  const values = useQuery({ queryKey: ['parameters', county], queryFn: () => parameters(county.value), enabled: computed(() => county.value !== '') })
  const texts = useQuery({ queryKey: ['rules'], queryFn: rules })
  const byId = computed(() => new Map((values.data.value ?? []).map((parameter) => [parameter.id, parameter])))
  const ruleById = computed(() => new Map((texts.data.value ?? []).map((line) => [line.id, line])))
  return {
    values,
    texts,
    parameter: (id: string) => byId.value.get(id),
    rule: (id: string) => ruleById.value.get(id),
  }
}
