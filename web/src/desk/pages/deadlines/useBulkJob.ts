import { shallowRef, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useAttempt } from '@shared/attempt'
import { useStepUp } from '@shared/stepUp'
import { begin, foretold, type Foretold, type NewBulkJob } from './api'

/** A bulk job is looked at before it is begun; what was looked at goes as soon as something else is wanted. */
export function useBulkJob(wanted: Readonly<Ref<NewBulkJob>>) {
  const router = useRouter()
  const stepUp = useStepUp()
  const looked = shallowRef<Foretold | null>(null)
  const { busy, failure, attempt } = useAttempt()

  watch(wanted, () => (looked.value = null))

  const check = () => attempt(async () => (looked.value = await foretold(wanted.value)))
  const start = () => attempt(async () => {
    const begun = await stepUp.withFactor(() => begin(wanted.value))
    if (begun) await router.push({ name: 'bulk-job', params: { id: begun.id } })
  })
  return { looked, failure, busy, check, start }
}
