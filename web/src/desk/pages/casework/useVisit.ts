import { computed, onBeforeUnmount, onMounted, reactive, ref, shallowRef } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { Problem } from '@shared/api/problem'
import { localNow } from '@shared/format'
import { cleaned, copyOf, type Form, type Household } from '@shared/form/form'
import { wrongOf, type Wrong } from '@shared/form/wrong'
import { randomUuid } from '@shared/uuid'
import { keepVisit, type CaseFile, type Prefilled } from './api'

/**
 * A visit while it is written down. The draft is in memory only: it holds citizen numbers, which are not left behind on
 * a shared computer. Its id stays the same when sending is tried again, so that the visit is kept once.
 */
export function useVisit(file: CaseFile, kind: string, form: Form, begun: Prefilled, sure: () => string) {
  const id = randomUuid()
  const head = reactive({ kind, visitedAt: localNow(), place: '', first: '', second: '', more: '', signedBy: file.family.applicant, note: '' })
  const household = ref<Household>(copyOf(begun.household))
  const untouched = JSON.stringify([household.value, head])
  const wrong = shallowRef<Wrong>({ byPath: {}, rest: [] })
  const failure = shallowRef<unknown>(null)
  const busy = ref(false)
  const kept = ref(false)
  const touched = computed(() => !kept.value && JSON.stringify([household.value, head]) !== untouched)

  const investigators = () => [head.first, head.second, ...head.more.split(/[、,，\s]+/)].map((name) => name.trim()).filter(Boolean)

  /** True once the server has it. */
  async function send(): Promise<boolean> {
    busy.value = true
    failure.value = null
    wrong.value = { byPath: {}, rest: [] }
    try {
      await keepVisit(file.id, {
        id, kind: head.kind, visitedAt: new Date(head.visitedAt).toISOString(), place: head.place, investigators: investigators(), signedBy: head.signedBy,
        formVersion: form.version, household: cleaned(form, household.value), note: head.note, download: begun.download, location: null, photos: [], signatures: [],
      })
      kept.value = true
    } catch (problem) {
      if (problem instanceof Problem && problem.slug === 'wrong-answers') wrong.value = wrongOf(problem.detail)
      else failure.value = problem
    } finally {
      busy.value = false
    }
    return kept.value
  }

  const warn = (event: BeforeUnloadEvent) => {
    if (touched.value) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', warn))
  onBeforeUnmount(() => removeEventListener('beforeunload', warn))
  onBeforeRouteLeave(() => !touched.value || confirm(sure()))

  return { head, household, wrong, failure, busy, investigators, send }
}
