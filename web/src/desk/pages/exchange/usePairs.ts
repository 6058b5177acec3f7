import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { decide, pair, pairRows, reopen, type Pair, type PairRow } from './api'

const HELD = 200

/** Decided a moment ago and still to be taken back with one key. */
export interface Done {
  row: PairRow
  decision: 'accept' | 'refuse'
}

/** The queue of doubtful pairs and the one on the table; deciding moves on to the next at once. */
export function usePairs(filters: { state: string; q: string }) {
  const route = useRoute()
  const router = useRouter()
  const queries = useQueryClient()
  const queue = ref<PairRow[]>([])
  const total = ref<number | null>(null)
  const current = shallowRef<Pair | null>(null)
  const failure = shallowRef<unknown>(null)
  const last = shallowRef<Done | null>(null)
  const busy = ref(false)
  const candidate = ref(0)
  const id = computed(() => Number(route.query['id'] ?? 0))
  const position = computed(() => queue.value.findIndex((row) => row.id === id.value))

  async function load(): Promise<void> {
    await guarded(async () => {
      const state = filters.state || 'open'
      const page = await pairRows({ state, q: filters.q || undefined })(0, HELD, new AbortController().signal)
      queue.value = page.items
      total.value = page.total
      if (position.value < 0) await show(page.items[0]?.id)
      else await show(id.value)
    })
  }

  async function show(next: number | undefined): Promise<void> {
    await router.replace({ query: { ...route.query, id: next } })
    candidate.value = 0
    // what is on the table is what a decision is about: nothing, until the next pair has come
    if (current.value?.id !== next) current.value = null
    await guarded(async () => {
      const found = next === undefined ? null : await fetched(next)
      if (found === null || found.id === id.value) current.value = found
    })
    const after = queue.value[position.value + 1]
    if (after) void fetched(after.id).catch(() => null)
  }

  const fetched = (one: number) => queries.fetchQuery({ queryKey: ['pair', one], queryFn: () => pair(one), staleTime: 30_000 })

  const step = (by: number) => {
    const next = queue.value[position.value + by]
    if (next) void show(next.id)
  }

  async function settle(decision: Done['decision'], note: string): Promise<boolean> {
    const row = queue.value[position.value]
    const shown = current.value
    if (!row || shown?.id !== row.id || shown.state !== 'open' || busy.value) return false
    const person = decision === 'accept' ? shown.candidates[candidate.value]?.person : null
    const kept = await guarded(async () => {
      await decide(row.id, { decision, person: person ?? null, note: note || null })
      last.value = { row, decision }
    })
    if (kept) await guarded(() => leave(row.id))
    return kept
  }

  async function undo(): Promise<void> {
    const done = last.value
    if (done) await takeBack(done.row)
  }

  async function takeBack(row: PairRow): Promise<void> {
    await guarded(async () => {
      await reopen(row.id)
      queries.removeQueries({ queryKey: ['pair', row.id] })
      last.value = null
      if ((filters.state || 'open') === 'open') {
        queue.value = [row, ...queue.value.filter((other) => other.id !== row.id)]
        total.value = (total.value ?? 0) + 1
        await show(row.id)
      } else await leave(row.id)
      await queries.invalidateQueries({ queryKey: ['counter'] })
    })
  }

  /** Takes a pair out of the queue and shows the one after it. */
  async function leave(gone: number): Promise<void> {
    queries.removeQueries({ queryKey: ['pair', gone] })
    const at = queue.value.findIndex((row) => row.id === gone)
    queue.value = queue.value.filter((row) => row.id !== gone)
    total.value = Math.max(0, (total.value ?? 1) - 1)
    void queries.invalidateQueries({ queryKey: ['counter'] })
    if (queue.value.length === 0 && total.value > 0) await load()
    else await show(queue.value[Math.min(at, queue.value.length - 1)]?.id)
  }

  async function guarded(act: () => Promise<void>): Promise<boolean> {
    busy.value = true
    failure.value = null
    try {
      await act()
      return true
    } catch (problem) {
      failure.value = problem
      return false
    } finally {
      busy.value = false
    }
  }

  return { queue, total, current, failure, last, busy, candidate, id, position, load, show, step, settle, undo, takeBack }
}
