import { ref } from 'vue'
import { api, call } from './api/client'
import { Problem } from './api/problem'

/** The question for the second factor that is open, if any. */
const asking = ref<{ answer: (shown: boolean) => void } | null>(null)

/** Asks once more who the user is before something weighty; the dialog stands in the shell. */
export function useStepUp() {
  return { asking, confirm, confirmed, withFactor, ensureFresh }
}

async function confirm(secret: string): Promise<void> {
  await call(api.POST('/api/v1/session/confirmation', { body: { secret } }), true)
  confirmed()
}

/** The user has shown it, in whatever way. */
function confirmed(): void {
  asking.value?.answer(true)
}

/** Does it, and where the server wants the second factor first, asks for that and does it again. */
async function withFactor<T>(deed: () => Promise<T>): Promise<T | undefined> {
  try {
    return await deed()
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.slug !== 'step-up-needed') throw failure
    return (await ask()) ? deed() : undefined
  }
}

/** Before a download, which could not ask: whether the second factor was shown just now. */
async function ensureFresh(): Promise<boolean> {
  const { fresh } = await call(api.GET('/api/v1/session/confirmation'))
  return fresh || ask()
}

async function ask(): Promise<boolean> {
  asking.value?.answer(false)
  const shown = await new Promise<boolean>((answer) => (asking.value = { answer }))
  asking.value = null
  return shown
}
