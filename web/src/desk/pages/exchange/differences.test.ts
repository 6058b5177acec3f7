import { describe, expect, it } from 'vitest'
import { addsUp, shares } from './counts'
import { differences } from './differences'

const marked = (pieces: { text: string; same: boolean }[]) => pieces.map((piece) => (piece.same ? piece.text : `[${piece.text}]`)).join('')

describe('two writings side by side', () => {
  it('mark the character that differs in a name', () => {
    const found = differences('买买提·卡德尔', '麦麦提·卡德尔')
    expect(marked(found.left)).toBe('[买买]提·卡德尔')
    expect(marked(found.right)).toBe('[麦麦]提·卡德尔')
  })

  it('mark one transposition in a number, not its whole end', () => {
    const found = differences('650199196105040931', '650199196105040913')
    expect(marked(found.left).match(/\[(.+?)\]/g)).toHaveLength(1)
    expect(found.left.filter((piece) => !piece.same).map((piece) => piece.text).join('')).toHaveLength(1)
  })

  it('mark a missing part on the longer side only', () => {
    const found = differences('东沟村2号', '东沟乡东沟村2号')
    expect(found.left.every((piece) => piece.same)).toBe(true)
    expect(found.right.filter((piece) => !piece.same).map((piece) => piece.text).join('')).toHaveLength(3)
  })

  it('treat a character beyond the basic plane as one', () => {
    expect(marked(differences('𠮷祥', '吉祥').left)).toBe('[𠮷]祥')
  })
})

describe('counts of a delivery', () => {
  const counts = { rows: 1_000, taken: 990, doubtful: 5, refused: 1, skipped: 4 }

  it('add up to the rows of the file or are reported', () => {
    expect(addsUp(counts)).toBe(true)
    expect(addsUp({ ...counts, skipped: 3 })).toBe(false)
  })

  it('never hide a single refused row in the bar', () => {
    const parts = shares(counts)
    expect(parts.find((part) => part.key === 'refused')?.percent).toBeGreaterThan(0.9)
    expect(parts.reduce((sum, part) => sum + part.percent, 0)).toBeCloseTo(100)
    expect(shares({ rows: 0, taken: 0, doubtful: 0, refused: 0, skipped: 0 })).toEqual([])
  })
})
