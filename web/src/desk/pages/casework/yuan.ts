/** Fen as yuan, grouped, with two decimals where there are any. */
export const yuan = (fen: number): string => (fen / 100).toLocaleString('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })
