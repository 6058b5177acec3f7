import { ref, shallowRef } from 'vue'

/** Does something that may be refused: busy meanwhile, and afterwards the refusal, for a ProblemNotice. */
export function useAttempt() {
  const busy = ref(false)
  const failure = shallowRef<unknown>(null)

  async function attempt(deed: () => Promise<unknown>) {
    busy.value = true
    failure.value = null
    try {
      await deed()
    } catch (problem) {
      failure.value = problem
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, attempt }
}
