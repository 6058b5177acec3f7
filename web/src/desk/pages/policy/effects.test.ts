import { expect, test } from 'vitest'
import { watchMoves } from './effects'

test('who comes under watch and who leaves it is told apart from who stays or is unclear', () => {
  const flows = [
    { before: 'notMet', after: 'met', households: 2, persons: 5 },
    { before: 'met', after: 'notMet', households: 1, persons: 1 },
    { before: 'met', after: 'met', households: 7, persons: 9 },
    { before: 'unknown', after: 'met', households: 3, persons: 3 },
  ]
  expect(watchMoves(flows)).toEqual({ enters: { households: 2, persons: 5 }, leaves: { households: 1, persons: 1 } })
})
