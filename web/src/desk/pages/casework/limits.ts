const DAY = 86_400_000

const OFFICIAL = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day by which limits are reckoned: Beijing time, wherever the computer thinks it stands. */
export const today = (now = new Date()): string => OFFICIAL.format(now)

export const daysUntil = (due: string, from: string): number => Math.round((Date.parse(due) - Date.parse(from)) / DAY)

export interface DueWords {
  /** Message key with the number of calendar days. */
  key: 'cases.due.late' | 'cases.due.today' | 'cases.due.left' | 'cases.due.open'
  n: number
  tone: 'bad' | 'warn' | 'plain'
}

const SOON = 3

/** How a limit stands, in words; a limit without a last day is open. */
export function dueWords(due: string | null | undefined, from: string): DueWords {
  if (!due) return { key: 'cases.due.open', n: 0, tone: 'plain' }
  const n = daysUntil(due, from)
  if (n < 0) return { key: 'cases.due.late', n: -n, tone: 'bad' }
  if (n === 0) return { key: 'cases.due.today', n, tone: 'warn' }
  return { key: 'cases.due.left', n, tone: n <= SOON ? 'warn' : 'plain' }
}
