import { formatCount } from '@shared/format'

/** Fen as whole yuan, for sums of many; a difference carries its sign. */
export const yuan = (fen: number) => formatCount(Math.round(fen / 100))

/** Fen as yuan to the fen, what one household is paid: 1,060.50; whole yuan stay whole. */
export const exactYuan = (fen: number) => (fen / 100).toLocaleString('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })

export function signed(difference: number, shown: (value: number) => string): string {
  if (difference === 0) return '±0'
  return (difference > 0 ? '+' : '−') + shown(Math.abs(difference))
}

/** Ten-thousands of yuan a year out of fen a month, one decimal. */
export const wanYuanYearly = (fenMonthly: number) => ((fenMonthly * 12) / 100 / 10_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
