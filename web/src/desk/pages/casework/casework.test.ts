import { describe, expect, it } from 'vitest'
import { asked } from './api'
import type { CaseFile } from './api'
import { statesOfDuty } from './duties'
import { dueWords, today } from './limits'
import { beginning } from './prefill'
import { isAdult, unsigned } from './signers'
import { beginning as stepBeginning, linesOf, missing, STEPS } from './steps'

const file = (records: Partial<CaseFile['records']> = {}) =>
  ({ family: { applicant: '甲', phone: '' }, records: { authorisations: [], visits: [], ...records } }) as unknown as CaseFile
const visit = { household: { members: [
  { name: '甲', birthDate: '1988-05-01', obligors: [{ name: '丙', birthDate: '1955-01-01' }] }, { name: '乙', birthDate: '2015-09-01' },
] } } as unknown as CaseFile['records']['visits'][number]

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

describe('who has to sign', () => {
  it('is the applicant before a visit, then every adult and obligor who has not yet', () => {
    expect(unsigned(file(), '2026-11-25')).toEqual([{ name: '甲', kind: 'member' }])
    expect(unsigned(file({ visits: [visit], authorisations: [{ name: '甲', kind: 'member', signedOn: '2026-11-20' }] }), '2026-11-25')).toEqual([{ name: '丙', kind: 'obligor' }])
  })

  it('is grown up from the eighteenth birthday on', () => {
    expect(isAdult('2008-11-25', '2026-11-25')).toBe(true)
    expect(isAdult('2008-11-26', '2026-11-25')).toBe(false)
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

describe('a visit begins', () => {
  it('with the last one, else with the register, the applicant first and no masked number', () => {
    expect(beginning(file({ visits: [visit] }), undefined)).toMatchObject({ source: 'visit', household: { members: [{ name: '甲' }, { name: '乙' }] } })
    const registered = { residence: 'rural', address: '12 号', members: [
      { id: 7, name: '乙', relation: '1', relationName: '户主', sex: 'male', birthDate: '1960-01-01', citizenNumber: '650199********001X', from: null, to: null, diedOn: null, age: 1 },
      { id: 8, name: '甲', relation: '2', relationName: '妻', sex: 'female', birthDate: null, citizenNumber: null, from: null, to: null, diedOn: null, age: 1 },
      { id: 9, name: '丁', relation: '2', relationName: '子', sex: null, birthDate: null, citizenNumber: null, from: null, to: '2020-01-01', diedOn: null, age: 1 },
    ] } as unknown as Parameters<typeof beginning>[1]
    expect(beginning({ ...file(), family: { applicant: '乙', phone: '' } } as unknown as CaseFile, registered).household.members.map((one) => one['relation'])).toEqual(['applicant', 'spouse'])
    const begun = beginning(file(), registered)
    expect(begun.source).toBe('register')
    expect(begun.household).toEqual({ residence: 'rural', address: '12 号', members: [
      { id: 'm1', person: 8, name: '甲', relation: 'applicant', sex: 'female' }, { id: 'm2', person: 7, name: '乙', birthDate: '1960-01-01', sex: 'male' },
    ] })
  })
})
