import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, shallowRef, watch } from 'vue'
import { runScreening, screeningProgress } from './api'

/** Starts a screening of everybody and follows it; what depends on its results is asked for again at its end. */
export function useScreeningRun() {
  const queries = useQueryClient()
  const failure = shallowRef<unknown>(null)
  const progress = useQuery({
    queryKey: ['screening', 'progress'],
    queryFn: screeningProgress,
    refetchInterval: (query) => (query.state.data?.running ? 700 : false),
  })
  const running = computed(() => (progress.data.value?.running ? progress.data.value : null))

  const afresh = () => queries.invalidateQueries({ predicate: (query) => query.queryKey[1] !== 'progress' })
  watch(running, (now, before) => {
    if (before && !now) void afresh()
  })

  async function start(): Promise<void> {
    failure.value = null
    try {
      await runScreening()
      const { data } = await progress.refetch()
      // a short run is through before anybody asks how far it is
      if (!data?.running) await afresh()
    } catch (problem) {
      failure.value = problem
    }
  }

  return { running, start, failure }
}
