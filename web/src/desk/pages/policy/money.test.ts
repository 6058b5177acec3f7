import { expect, test } from 'vitest'
import { exactYuan, signed, wanYuanYearly, yuan } from './money'

test('fen a month are told as yuan, and as ten-thousands of yuan a year', () => {
  expect(yuan(123_456)).toBe('1,235')
  expect(wanYuanYearly(1_000_000)).toBe('12.0')
})

test('what one household is paid is told to the fen', () => {
  expect(exactYuan(17_050)).toBe('170.50')
  expect(exactYuan(106_050)).toBe('1,060.50')
  expect(exactYuan(12_000)).toBe('120')
  expect(exactYuan(1)).toBe('0.01')
})

test('a difference carries its sign, also nothing does', () => {
  expect(signed(30_000, yuan)).toBe('+300')
  expect(signed(-30_000, yuan)).toBe('−300')
  expect(signed(0, yuan)).toBe('±0')
})
