import { Problem } from './api/problem'

/** Filters that hold what somebody typed to search by. */
const TYPED = new Set(['q', 'text'])
const PLACE = 'typed'

/** A citizen number or the end of one, a telephone, an account: addresses are kept by proxies and browsers, these must not be. */
export const namesSomebody = (filter: string, text: string): boolean => TYPED.has(filter) && (/^\d{3,}[\dXx]$/.test(text) || /\d{6}/.test(text))

/** Keeps such text with the entry of the browser's history, where Back finds it and no server sees it. */
export function keepTyped(typed: Record<string, string>): void {
  history.replaceState({ ...(history.state as object | null), [PLACE]: typed }, '')
}

export function keptTyped(): Record<string, string> {
  const kept = (history.state as Record<string, unknown> | null)?.[PLACE]
  return kept && typeof kept === 'object' ? (kept as Record<string, string>) : {}
}

/** Where a search for this text leads, with the text beside the address where it names somebody. */
export function searchAt(name: string, typed: string) {
  const q = typed.trim()
  if (!q) return { name, state: { [PLACE]: {} } }
  return namesSomebody('q', q) ? { name, state: { [PLACE]: { q } } } : { name, query: { q }, state: { [PLACE]: {} } }
}

/** The header that takes what was typed to the server; nothing where nothing was. */
export const typedHeader = (typed: string | undefined): Record<string, string> => (typed ? { 'Yimen-Search': encodeURIComponent(typed) } : {})

/** The typed text and the other filters. */
export function apart<T extends object>(query: T) {
  const { q, text, ...rest } = query as { q?: string; text?: string } & Record<string, unknown>
  return { rest: rest as Omit<T, 'q' | 'text'>, headers: typedHeader(q ?? text) }
}

/** Fetches a download that needs the typed text and hands it to the browser under the name that the server gives. */
export async function saveFound(href: string, typed: string): Promise<void> {
  const answer = await globalThis.fetch(href, { headers: { Accept: '*/*', ...typedHeader(typed) } })
  if (!answer.ok) throw Problem.of(answer.status, await answer.json().catch(() => ({})))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = fileName(answer.headers.get('content-disposition') ?? '')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export function fileName(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? '')
}
