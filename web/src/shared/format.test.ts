import { describe, expect, it } from 'vitest'
import { formatCount, formatDate, formatDateTime, formatFigure, formatShare } from './format'

describe('figures on the screen', () => {
  it('groups counts by thousands and shows a dash for what is not known', () => {
    expect(formatCount(50_000)).toBe('50,000')
    expect(formatCount(0)).toBe('0')
    expect(formatCount(null)).toBe('—')
  })

  it('shows a share with one decimal, and none of nothing', () => {
    expect(formatShare(1, 8)).toBe('12.5%')
    expect(formatShare(0, 0)).toBe('—')
  })

  it('leaves a plain date as it is, in every time zone', () => {
    expect(formatDate('2025-08-01')).toBe('2025-08-01')
  })

  it('shows a moment in local time and text that is no moment unchanged', () => {
    expect(formatDateTime('2025-08-01T09:05:00')).toBe('2025-08-01 09:05')
    expect(formatDateTime('2025年8月')).toBe('2025年8月')
  })

  it('shows what is known of a bounded figure', () => {
    expect(formatFigure({ low: 300, high: 420.5 })).toBe('300 ~ 420.5')
    expect(formatFigure({ low: 300, high: null })).toBe('≥ 300')
    expect(formatFigure({ low: 300, high: 300 })).toBe('300')
    expect(formatFigure(1234.5)).toBe('1,234.5')
    expect(formatFigure('ceil1')).toBe('ceil1')
  })
})
