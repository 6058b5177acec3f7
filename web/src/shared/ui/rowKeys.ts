/** The row a key leads to in a list of `total` rows; null where the key means nothing or leads nowhere. */
export function nextRow(key: string, at: number, total: number, page: number): number | null {
  if (total === 0) return null
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: total - 1 }[key]
  if (target === undefined) return null
  const next = Math.min(total - 1, Math.max(0, target))
  return next === at ? null : next
}
