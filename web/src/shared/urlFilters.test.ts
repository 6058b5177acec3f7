import { describe, expect, it } from 'vitest'
import { given, queryString, readFilters } from './urlFilters'

describe('filters in the address', () => {
  it('reads known ones, takes the first of a repeated one and ignores the rest', () => {
    expect(readFilters(['q', 'town'], { q: ['马', '王'], other: 'x' })).toEqual({ q: '马', town: '' })
  })

  it('sends only those that are set', () => {
    expect(given(['q', 'town'], { q: '', town: '650107001' })).toEqual({ town: '650107001' })
  })

  it('writes a query string that survives any name', () => {
    expect(queryString({ q: '买买提·卡&德尔', town: undefined })).toBe(`?q=${encodeURIComponent('买买提·卡&德尔')}`)
    expect(queryString({})).toBe('')
  })
})
