import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { deliveries, progress, upload } from './api'

const QUICK = 1_000
const CALM = 20_000

/** Deliveries and what is being worked on; asked for every second while something runs, rarely otherwise. */
export function useDeliveries() {
  const queries = useQueryClient()
  const running = useQuery({
    queryKey: ['deliveries', 'progress'],
    queryFn: progress,
    refetchInterval: (query) => (query.state.data?.running ? QUICK : CALM),
  })
  const list = useQuery({
    queryKey: ['deliveries', 'list'],
    queryFn: () => deliveries(),
    refetchInterval: () => (running.data.value?.running ? QUICK : CALM),
  })
  const sending = useMutation({
    mutationFn: upload,
    onSettled: () => queries.invalidateQueries({ queryKey: ['deliveries'] }),
  })

  // When the work is done, counters and register have changed too.
  watch(() => running.data.value?.running, (now, before) => {
    if (before && !now) void queries.invalidateQueries()
  })

  return { list, running: computed(() => running.data.value), sending }
}
