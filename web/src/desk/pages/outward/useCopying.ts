import { computed, ref, shallowRef } from 'vue'
import { family, markCopied, reveal, type RowToCopy } from './api'

/** A family copied field by field: where one is, and what is shown that was masked. */
export function useCopying(pack: number) {
  const rows = shallowRef<RowToCopy[]>([])
  const at = ref({ row: 0, field: 0 })
  const revealed = ref<Record<string, string>>({})
  const said = ref('')
  const failure = shallowRef<unknown>(null)
  const row = computed(() => rows.value[at.value.row])
  const field = computed(() => row.value?.fields[at.value.field])

  async function open(key: string) {
    rows.value = key ? await family(pack, key) : []
    at.value = { row: Math.max(0, rows.value.findIndex((one) => !one.copiedAt)), field: 0 }
    revealed.value = {}
    said.value = ''
  }

  const keyOf = (id: number, place: number) => `${id}.${place}`
  const shown = (one: RowToCopy, place: number): string => revealed.value[keyOf(one.id, place)] ?? one.fields[place]?.value ?? ''

  /** The whole value; a masked one is asked for, which the audit is told. */
  async function whole(one: RowToCopy, place: number): Promise<string> {
    if (!one.fields[place]?.masked) return shown(one, place)
    const key = keyOf(one.id, place)
    const known = revealed.value[key] ?? (await reveal(pack, one.id, one.fields[place].place))
    revealed.value = { ...revealed.value, [key]: known }
    return known
  }

  /** Copies where one is and goes on to the next field of the row. */
  async function copyAndNext(): Promise<boolean> {
    const one = row.value
    const place = at.value.field
    if (!one?.fields[place]) return false
    failure.value = null
    try {
      await navigator.clipboard.writeText(await whole(one, place))
      said.value = one.fields[place].head
      at.value = { row: at.value.row, field: Math.min(place + 1, one.fields.length - 1) }
      return true
    } catch (problem) {
      failure.value = problem
      return false
    }
  }

  async function show(place: number) {
    failure.value = null
    try {
      if (row.value) await whole(row.value, place)
    } catch (problem) {
      failure.value = problem
    }
  }

  /** Notes that the row is typed in, and goes on to the next that isn't. */
  async function done(key: string) {
    failure.value = null
    try {
      if (row.value) await markCopied(pack, row.value.id)
    } catch (problem) {
      failure.value = problem
    }
    await open(key)
  }

  return { rows, row, field, at, said, failure, open, shown, show, copyAndNext, done }
}
