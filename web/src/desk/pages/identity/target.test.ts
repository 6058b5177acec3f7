import { describe, expect, it } from 'vitest'
import { safeTarget } from './target'

describe('where signing in leads', () => {
  it('is the page that was asked for, with its filters', () => {
    expect(safeTarget('/households?town=650107001&q=马')).toBe('/households?town=650107001&q=马')
  })

  it('is never another site, nor the sign-in page again', () => {
    for (const trick of ['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)', '/sign-in?to=/', undefined, ['/a']]) {
      expect(safeTarget(trick)).toBe('/')
    }
  })
})
