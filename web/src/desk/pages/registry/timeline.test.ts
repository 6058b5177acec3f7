import { describe, expect, it } from 'vitest'
import type { Condition, Fact } from './api'
import { opened, sections } from './reasons'
import { byYear, matches, tally } from './timeline'

const fact = (kindName: string, from: string | null, subject = '全户', bureau = '民政局') =>
  ({ kind: kindName, kindName, text: '', from, to: null, subject, source: { bureau, fileName: 'a.csv', sheet: '', row: 1 } }) as unknown as Fact
const condition = (id: string) => ({ id, subject: 'household', result: 'met' }) as Condition

describe('the time line', () => {
  it('shows the newest year first and undated facts last', () => {
    const years = byYear([fact('户籍', null), fact('走访', '2024-03-01'), fact('低保', '2025-01-01'), fact('住房', '2025-06-01')])
    expect(years.map((year) => year.year)).toEqual(['2025', '2024', ''])
    expect(years[0]?.facts.map((one) => one.kindName)).toEqual(['住房', '低保'])
  })

  it('filters by member, kind and source together', () => {
    const one = fact('残疾', '2025-01-01', '王秀兰', '残联')
    expect(matches(one, { subject: '王秀兰', kind: '', bureau: '残联' })).toBe(true)
    expect(matches(one, { subject: '王秀兰', kind: '低保', bureau: '' })).toBe(false)
  })

  it('offers what occurs, most frequent first, with its count', () => {
    expect(tally(['残联', '民政局', '民政局', null]).map((option) => option.label)).toEqual(['民政局（2）', '残联（1）'])
  })
})

describe('reasons', () => {
  it('stand under their category in the order in which the law tries them', () => {
    const found = sections([condition('rigid.ratio'), condition('margin.income'), condition('tekun.labour@a'), condition('dibao.income')], { dibao: 'unknown' })
    expect(found.map((part) => part.section)).toEqual(['tekun', 'dibao', 'dibaoMargin', 'rigidExpense'])
    expect(found[1]?.result).toBe('unknown')
  })

  it('keep conditions of a kind this page does not know, at the end', () => {
    expect(sections([condition('new.rule'), condition('dibao.income')], {}).map((part) => part.section)).toEqual(['dibao', 'new'])
  })

  it('open at the suggested category', () => {
    const [dibao, margin] = sections([condition('dibao.income'), condition('margin.income')], { dibao: 'notMet', dibaoMargin: 'met' })
    expect(opened(margin!, 'dibaoMargin')).toBe(true)
    expect(opened(dibao!, 'dibaoMargin')).toBe(false)
  })

  it('stay closed where a part decides no category', () => {
    const [watch, single] = sections([condition('watch.risk'), condition('single.illness')], { returnToPovertyWatch: 'unknown' })
    expect(opened(watch!, 'unknown')).toBe(true)
    expect(opened(single!, 'unknown')).toBe(false)
  })
})
