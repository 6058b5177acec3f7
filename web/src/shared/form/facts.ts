/** What can't be true of a person, in the same way as the server looks (PossibleFacts). */
export type Impossible = 'bornAhead' | 'bornLongAgo' | 'numberLength' | 'numberCheck' | 'numberBirth'

const OLDEST = 130
const WRITTEN = /^\d{17}[\dXx](\d{2})?$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'
const FILLERS = ['999999', '000000', '111111', '123456']

/** Days as `2026-08-01`. */
export function birthFault(born: string, today: string): Impossible | null {
  if (born > today) return 'bornAhead'
  return born < `${Number(today.slice(0, 4)) - OLDEST}${today.slice(4)}` ? 'bornLongAgo' : null
}

/** A number with stars is one that was shown masked and is left as it was. */
export function numberFault(written: string, born: string): Impossible | null {
  const number = written.trim().toUpperCase()
  if (number === '' || number.includes('*')) return null
  if (!WRITTEN.test(number)) return 'numberLength'
  if (!isWhole(number)) return 'numberCheck'
  const told = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return born !== '' && told !== born ? 'numberBirth' : null
}

function isWhole(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + Number(number[index]) * weight, 0)
  return CHECK[sum % 11] === number[17] && !FILLERS.some((one) => number.startsWith(one)) && isDay(number.slice(6, 14))
}

function isDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1880 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
