/** Digits are Western in every language, so that lists stay comparable; grouping by thousands. */
const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const SHARE = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const DASH = '—'

export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined ? DASH : COUNT.format(value)
}

/** A share of a whole; a dash where there is no whole. */
export function formatShare(part: number, whole: number): string {
  return whole > 0 ? SHARE.format(part / whole) : DASH
}

/** Fen as yuan, grouped, with two decimals where there are any. */
export const yuan = (fen: number): string => (fen / 100).toLocaleString('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })

/** A date, number or code within a sentence: it keeps its order where the sentence runs from right to left. */
export const isolated = (text: string): string => `\u2066${text}\u2069`

/** `2025-08-01` out of any ISO date or date-time, in local time. */
export function formatDate(iso: string | null | undefined): string {
  if (!iso) return DASH
  return iso.length <= 10 ? iso : formatDateTime(iso).slice(0, 10)
}

/** `2025-08-01 09:30` in local time. */
export function formatDateTime(iso: string | null | undefined): string {
  if (!iso) return DASH
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return localNow(at).replace('T', ' ')
}

/** Local date and time as `<input type=datetime-local>` has it. */
export function localNow(at = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Any figure of a rule: numbers grouped, everything else as it stands. */
export function formatFigure(value: unknown): string {
  if (value === null || value === undefined || value === '') return DASH
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 4 })
  if (typeof value === 'object') return interval(value as Record<string, unknown>)
  return String(value)
}

/** A bounded figure `{low, high}`: what is known of it. */
function interval(value: Record<string, unknown>): string {
  const { low, high } = value
  if (low === undefined && high === undefined) return JSON.stringify(value)
  if (high === null || high === undefined) return `≥ ${formatFigure(low)}`
  if (low === null || low === undefined) return `≤ ${formatFigure(high)}`
  return low === high ? formatFigure(low) : `${formatFigure(low)} ~ ${formatFigure(high)}`
}
