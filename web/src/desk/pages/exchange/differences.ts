export interface Piece {
  text: string
  /** False where the other side has something else here. */
  same: boolean
}

/** Two writings cut into pieces that agree and pieces that differ (longest common subsequence, by character). */
export function differences(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const [a, b] = [[...left], [...right]]
  const common = lengths(a, b)
  const marks = { left: a.map(() => false), right: b.map(() => false) }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      marks.left[i++] = true
      marks.right[j++] = true
    } else if (at(common, i + 1, j) >= at(common, i, j + 1)) i++
    else j++
  }
  return { left: pieces(a, marks.left), right: pieces(b, marks.right) }
}

/** Length of the longest common subsequence of the ends from i and j. */
function lengths(a: string[], b: string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}

const at = (table: number[][], i: number, j: number): number => table[i]?.[j] ?? 0

function pieces(characters: string[], same: boolean[]): Piece[] {
  const result: Piece[] = []
  characters.forEach((character, index) => {
    const last = result.at(-1)
    if (last && last.same === same[index]) last.text += character
    else result.push({ text: character, same: same[index] ?? false })
  })
  return result
}
