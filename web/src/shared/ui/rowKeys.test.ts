import { describe, expect, it } from 'vitest'
import { nextRow } from './rowKeys'

describe('keys in a list', () => {
  it('move by one, by a page and to the ends, and stop there', () => {
    expect(nextRow('ArrowDown', 0, 50, 10)).toBe(1)
    expect(nextRow('PageDown', 45, 50, 10)).toBe(49)
    expect(nextRow('PageUp', 45, 50, 10)).toBe(35)
    expect(nextRow('End', 3, 50_000, 10)).toBe(49_999)
    expect(nextRow('Home', 3, 50, 10)).toBe(0)
  })

  it('lead nowhere at the ends, in an empty list and with other keys', () => {
    expect(nextRow('ArrowUp', 0, 50, 10)).toBeNull()
    expect(nextRow('ArrowDown', 0, 0, 10)).toBeNull()
    expect(nextRow('x', 0, 50, 10)).toBeNull()
  })
})
