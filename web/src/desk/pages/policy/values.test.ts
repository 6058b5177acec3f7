import { describe, expect, it } from 'vitest'
import { Problem } from '@shared/api/problem'
import { fieldOf, growth } from './values'

describe('a new value', () => {
  it('tells by how much it is above or below the one before', () => {
    expect(growth('800', '900')).toBe('+12.5%')
    expect(growth('800', '760')).toBe('−5.0%')
  })

  it('says nothing where there is nothing to compare', () => {
    for (const [before, after] of [['', '900'], ['0', '5'], ['800', '很多'], ['800', '800'], ['800', ' ']] as const) expect(growth(before, after)).toBe('')
  })

  it('is refused beside the field that is wrong', () => {
    expect(fieldOf(Problem.of(409, { type: '/problems/values-overlap' }))).toBe('from')
    expect(fieldOf(Problem.of(400, { type: '/problems/missing-basis' }))).toBe('document')
    expect(fieldOf(Problem.of(500, {}))).toBeNull()
  })
})
