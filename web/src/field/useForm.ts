import { shallowRef } from 'vue'
import type { Form } from '@shared/form/form'
import { keptForm } from './keep/visits'

const form = shallowRef<Form | null>(null)

/** The form as it was downloaded with the families last. */
export function useForm() {
  void keptForm().then((kept) => {
    if (kept && kept.version !== form.value?.version) form.value = kept
  })
  return form
}
