import { describe, expect, it } from 'vitest'
import type { Form } from '@shared/form/form'
import { asked } from './api'
import { statesOfDuty } from './duties'
import { dueWords, today } from './limits'
import { linesOf as conflictLines, questionAt, third } from './conflicts'
import { beginning as stepBeginning, linesOf, missing, STEPS } from './steps'

describe('limits', () => {
  it('are told in words, by calendar days to the last day', () => {
    expect(dueWords('2026-11-24', '2026-11-25')).toMatchObject({ key: 'cases.due.late', n: 1, tone: 'bad' })
    expect(dueWords('2026-11-25', '2026-11-25')).toMatchObject({ key: 'cases.due.today' })
    expect(dueWords('2026-12-01', '2026-11-25')).toMatchObject({ key: 'cases.due.left', n: 6, tone: 'plain' })
    expect(dueWords(null, '2026-11-25').key).toBe('cases.due.open')
  })

  it('go by Beijing time', () => {
    expect(today(new Date('2026-11-25T17:00:00Z'))).toBe('2026-11-26')
  })
})

describe('the list', () => {
  it('asks for the states of the weightiest duty, unless one state is chosen', () => {
    const mine = statesOfDuty((permission) => ['case.register', 'case.accept'].includes(permission))
    expect(asked({ mine: '1', town: '650107200' }, mine)).toEqual({ state: ['received', 'accepted', 'proposed', 'objected'], area: '650107200' })
    expect(asked({ state: 'onNotice', village: '650107200200', town: '650107200' }, mine)).toEqual({ state: ['onNotice'], area: '650107200200' })
    expect(statesOfDuty(() => false)).toEqual([])
  })
})

describe('a step', () => {
  it('waits for what has to be filled in, papers a line each', () => {
    const transfer = STEPS['transfer']
    if (!transfer) throw new Error('transfer')
    expect(missing(transfer, { area: '650107201', because: ' ' })).toEqual(['because'])
    const assess = STEPS['assess'] ?? transfer
    expect(missing(assess, { heldOn: '2026-11-20', forCount: 12, againstCount: 0 })).toEqual([])
    expect(linesOf(' 户口簿 \n\n授权书')).toEqual(['户口簿', '授权书'])
    expect(stepBeginning(STEPS['serve'] ?? transfer)['servedOn']).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('two visits that differ', () => {
  const question = (id: string, type: string, more: object = {}) => ({ id, title: id, type, required: false, paper: false, hint: '', options: {}, most: null, showIf: {}, questions: [], ...more })
  const form = { version: 1, sections: [
    { id: 'home', title: '', of: 'household', questions: [question('address', 'text'), question('water', 'group', { questions: [question('qualitySafe', 'yesNo')] })] },
    { id: 'members', title: '', of: 'member', questions: [question('name', 'text'), question('income', 'list', { questions: [question('kind', 'choice', { options: { wage: '工资' } }), question('monthly', 'money')] })] },
  ] } as unknown as Form
  const words = { yes: '是', no: '否' }

  it('are read by the question that their place names', () => {
    expect(questionAt(form, 'members[m1].income.wage')?.id).toBe('income')
    expect(questionAt(form, 'water.qualitySafe')?.type).toBe('yesNo')
    expect(questionAt(form, 'members[m1]')).toBeUndefined()
    expect(conflictLines(form, 'members[m1].income.wage', [{ kind: 'wage', monthly: 700 }], words)).toEqual(['kind 工资，monthly 700'])
    expect(conflictLines(form, 'water.qualitySafe', false, words)).toEqual(['否'])
    expect(conflictLines(form, 'members[m1]', { id: 'm1', name: '乙' }, words)).toEqual(['name 乙'])
    expect(conflictLines(form, 'address', null, words)).toEqual([])
  })

  it('let a third answer begin with what was said: of a list with all of it', () => {
    const [address] = form.sections[0]?.questions ?? []
    const income = form.sections[1]?.questions[1]
    if (!address || !income) throw new Error('form')
    expect(third(address, '甲', '乙')).toBe('甲')
    expect(third(income, [{ kind: 'wage', monthly: 1 }], [{ kind: 'wage', monthly: 2 }])).toHaveLength(2)
  })
})
