import { formatCount } from '@shared/format'

/** Fen as whole yuan; a difference carries its sign. */
export const yuan = (fen: number) => formatCount(Math.round(fen / 100))

export function signed(difference: number, shown: (value: number) => string): string {
  if (difference === 0) return '±0'
  return (difference > 0 ? '+' : '−') + shown(Math.abs(difference))
}

/** Ten-thousands of yuan a year out of fen a month, one decimal. */
export const wanYuanYearly = (fenMonthly: number) => ((fenMonthly * 12) / 100 / 10_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
