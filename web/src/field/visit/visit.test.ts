import { describe, expect, it } from 'vitest'
import type { Form, Question } from '@shared/form/form'
import { faultsOf } from './check'
import { nextTask, statusOf, tasksOf, wrongIn } from './tasks'
import { newVisit, sourcesOf, timeFault, wantedSigners, withAnswer, type Family, type Visit } from './visit'

const question = (id: string, type: string, more: Partial<Question> = {}): Question => ({ id, title: id, type, required: false, paper: false, hint: '', options: {}, most: null, showIf: {}, questions: [], ...more })

const form: Form = {
  version: 3,
  oldest: 1,
  sections: [
    { id: 'home', title: '住处', of: 'household', questions: [question('address', 'text', { required: true })] },
    { id: 'members', title: '成员', of: 'member', questions: [question('name', 'text', { required: true })] },
    { id: 'health', title: '健康', of: 'member', questions: [question('ill', 'yesNo')] },
    { id: 'property', title: '财产', of: 'household', questions: [question('property', 'list', { questions: [question('value', 'money', { required: true })] })] },
  ],
}

const family = (application: number, applicant: string, more: Partial<Family> = {}): Family => ({
  application, number: `A-${application}`, applicant, phone: '', village: '示范村', appliedFor: 'dibao', due: null, download: 'd', keepUntil: '2027-01-01T00:00:00.000Z',
  household: { address: '示范村 1 号', members: [{ id: 'm1', name: applicant, birthDate: '1980-01-01' }] }, sources: { address: { source: '常住人口', on: '2026-08-01' }, 'members[0].name': { source: '户口簿', on: null } }, unsigned: [{ name: applicant, kind: 'member' }], ...more,
})

const section = (id: string) => form.sections.find((one) => one.id === id) ?? form.sections[0]!
const task = (visit: Visit, key: string) => tasksOf(form, visit).find((one) => one.key === key)!

describe('a new visit', () => {
  it('holds nothing of another one, not even of the same family', () => {
    const same = family(1, '示范甲')
    const first = newVisit(same, form, '示范员')
    first.household = withAnswer(first.household, 'm1', 'ill', true)
    first.household.members[0]!['illness'] = '肺心病'
    first.photos.push({ picture: 'p', caption: '门牌', takenAt: '' })
    first.signatures.family = { name: '示范甲', typed: true, picture: 's' }
    first.done.push('home')
    first.authorised.push({ name: '示范甲', kind: 'member' })
    const second = newVisit(same, form, '示范员')
    expect(second.id).not.toBe(first.id)
    expect(JSON.stringify(second)).not.toContain('肺心病')
    expect([second.photos, second.done, second.authorised, Object.keys(second.signatures)]).toEqual([[], [], [], []])
    expect(same.household.members).toEqual([{ id: 'm1', name: '示范甲', birthDate: '1980-01-01' }])
    expect(JSON.stringify(newVisit(family(2, '示范乙'), form, '示范员'))).not.toContain('示范甲')
  })
})

describe('what is known beforehand', () => {
  it('is shown with its source until it is changed', () => {
    const visit = newVisit(family(1, '示范甲'), form, '')
    expect(sourcesOf(visit, section('home'), null)).toEqual({ address: { source: '常住人口', on: '2026-08-01' } })
    expect(sourcesOf(visit, section('members'), 'm1')).toEqual({ name: { source: '户口簿', on: null } })
    expect(sourcesOf({ ...visit, household: withAnswer(visit.household, null, 'address', '别处') }, section('home'), null)).toEqual({})
  })

  it('stays with its member when another one is taken out', () => {
    const two = family(1, '示范甲', { household: { members: [{ name: '示范甲' }, { name: '示范乙' }] }, sources: { 'members[1].name': { source: '户口簿', on: null } } })
    const visit = newVisit(two, form, '')
    const left = { ...visit, household: { ...visit.household, members: visit.household.members.slice(1) } }
    expect(sourcesOf(left, section('members'), 'm2')).toEqual({ name: { source: '户口簿', on: null } })
  })
})

describe('the matters of a visit', () => {
  it('say what is known, open, wrong, done, and what cannot begin yet', () => {
    const visit = newVisit(family(1, '示范甲'), form, '')
    const status = (key: string, of = visit) => statusOf(task(of, key), of, form)
    expect(tasksOf(form, visit).map((one) => one.key)).toEqual(['home', 'm1/members', 'm1/health', 'property', 'place', 'photos', 'authorise', 'sign-family', 'sign-first', 'sign-second', 'check'])
    expect([status('home'), status('m1/health'), status('check'), status('sign-family')]).toEqual(['known', 'todo', 'later', 'later'])
    const named = { ...visit, done: ['m1/members', 'home'] }
    expect([status('home', named), status('sign-family', named)]).toEqual(['done', 'todo'])
    expect(status('home', { ...named, household: withAnswer(named.household, null, 'address', ' ') })).toBe('fix')
    const newcomer = { ...named, household: { ...named.household, members: [...named.household.members, { id: 'm2' }] } }
    expect([status('m2/members', newcomer), status('m2/health', newcomer), status('sign-family', newcomer)]).toEqual(['todo', 'later', 'later'])
  })

  it('are only those of which something is asked', () => {
    const land = { id: 'land', title: '土地', of: 'household', questions: [question('hectares', 'number', { showIf: { residence: ['rural'] } })] }
    const longer: Form = { ...form, sections: [...form.sections, land] }
    const visit = newVisit(family(1, '示范甲'), form, '')
    const keys = (residence: string) => tasksOf(longer, { ...visit, household: withAnswer(visit.household, null, 'residence', residence) }).map((one) => one.key)
    expect(keys('urban')).not.toContain('land')
    expect(keys('rural')).toContain('land')
  })

  it('are not called filled in where nothing was, and want none said where the law would take it so', () => {
    const asked: Form = { ...form, sections: form.sections.map((one) => (one.id === 'property' ? { ...one, questions: one.questions.map((list) => ({ ...list, none: '没有财产' })) } : one)) }
    const visit = { ...newVisit(family(1, '示范甲'), asked, ''), done: ['home', 'm1/members', 'm1/health', 'property'] }
    const status = (key: string, of: Visit) => statusOf(tasksOf(asked, of).find((one) => one.key === key)!, of, asked)
    expect([status('m1/health', visit), status('property', visit)]).toEqual(['blank', 'fix'])
    expect(faultsOf(asked.sections[3]?.questions ?? [], {}, '')).toMatchObject([{ path: 'property', text: 'unanswered', none: '没有财产' }])
    expect(status('property', { ...visit, household: withAnswer(visit.household, null, 'property', []) })).toBe('done')
    expect(nextTask(asked, visit, 'home')?.key).toBe('property')
  })

  it('lead from one to the next open one, and to the check at the end', () => {
    const visit = { ...newVisit(family(1, '示范甲'), form, ''), done: ['home', 'm1/members'] }
    expect(nextTask(form, visit, 'm1/members')?.key).toBe('m1/health')
    expect(nextTask(form, { ...visit, done: [...visit.done, 'm1/health'] }, 'sign-second')?.key).toBe('property')
    const signed = { name: 'x', typed: true, picture: 'p' }
    const all: Visit = { ...visit, done: tasksOf(form, visit).map((one) => one.key), signatures: { family: signed, first: signed, second: signed } }
    expect(nextTask(form, all, 'sign-second')?.key).toBe('check')
  })

  it('show what the server found at the place where it was found', () => {
    const visit = { ...newVisit(family(1, '示范甲'), form, ''), done: ['home', 'm1/members'], wrong: { 'members[0].name': '“姓名”没有填写。', 'property[0].value': '应填数字。' } }
    expect(wrongIn(task(visit, 'm1/members'), visit)).toEqual({ 'members[0].name': '“姓名”没有填写。' })
    expect(statusOf(task(visit, 'property'), visit, form)).toBe('fix')
    expect(statusOf(task(visit, 'home'), visit, form)).toBe('done')
  })
})

describe('who has to sign the authorisation', () => {
  it('is who had not, and adults and obligors whom the visit finds', () => {
    const visit = newVisit(family(1, '示范甲'), form, '')
    const members = [...visit.household.members, { id: 'm2', name: '示范丙', birthDate: '1990-01-01', obligors: [{ name: '示范丁' }] }, { id: 'm3', name: '示范童', birthDate: '2020-01-01' }]
    expect(wantedSigners({ ...visit, household: { members } })).toEqual([{ name: '示范甲', kind: 'member' }, { name: '示范丙', kind: 'member' }, { name: '示范丁', kind: 'obligor' }])
  })
})

describe('an answer', () => {
  const list = [question('income', 'list', { questions: [question('kind', 'choice', { required: true }), question('amount', 'money', { required: true }), question('months', 'count', { most: 12 })] })]

  it('is told what to do with at its place, deep in a list too', () => {
    expect(faultsOf(list, { income: [{ kind: 'wage', amount: '约六百', months: '1.5' }, { months: '13' }] }, 'members[0].').map((one) => [one.path, one.text])).toEqual([
      ['members[0].income[0].amount', 'number'], ['members[0].income[0].months', 'whole'], ['members[0].income[1].kind', 'missing'], ['members[0].income[1].amount', 'missingMoney'], ['members[0].income[1].months', 'range'],
    ])
  })

  it('is right as people type numbers, and where nothing is asked', () => {
    expect(faultsOf(list, { income: [{ kind: 'wage', amount: '1，200.5', months: '3' }] }, '')).toEqual([])
    expect(faultsOf([question('a', 'text', { required: true, showIf: { b: ['true'] } })], {}, '')).toEqual([])
    expect(faultsOf([question('b', 'date')], { b: '2020-1' }, '').map((one) => one.text)).toEqual(['date'])
  })
})

describe('what cannot be true', () => {
  const member = [question('birthDate', 'date', { check: 'birth' }), question('citizenNumber', 'text', { check: 'citizenNumber' })]
  const told = (given: Record<string, unknown>) => faultsOf(member, given, '').map((one) => [one.path, one.text])

  it('is a birth tomorrow or 131 years ago', () => {
    expect(told({ birthDate: '2999-01-01' })).toEqual([['birthDate', 'bornAhead']])
    expect(told({ birthDate: '1855-01-01' })).toEqual([['birthDate', 'bornLongAgo']])
    expect(told({ birthDate: '1988-05-01' })).toEqual([])
  })

  it('is a citizen number that is not whole or not of the birth date; unknown, masked and disability cards are fine', () => {
    const number = (citizenNumber: string) => told({ birthDate: '1988-05-01', citizenNumber }).map(([, text]) => text)
    expect(number('6501991988050100')).toEqual(['numberLength'])
    expect(number('650199198805010021')).toEqual(['numberCheck'])
    expect(number('650199198805020020')).toEqual(['numberBirth'])
    for (const fine of ['', '650199198805010025', '650199********0025', '65019919880501002544']) expect(number(fine)).toEqual([])
    expect(told({ citizenNumber: '650199198805020020' })).toEqual([])
  })

  it('is a negative amount but for what a business lost', () => {
    const income = [question('kind', 'choice'), question('monthly', 'money', { negativeIf: { kind: ['business'] } }), question('value', 'money', { negativeIf: {} })]
    expect(faultsOf(income, { kind: 'wage', monthly: '-5', value: '-1' }, '').map((one) => [one.path, one.text])).toEqual([['monthly', 'negative'], ['value', 'negative']])
    expect(faultsOf(income, { kind: 'business', monthly: '-5' }, '')).toEqual([])
    expect(faultsOf([question('monthly', 'money')], { monthly: '-5' }, '')).toEqual([])
  })

  it('is a visit before the application or ahead of the clock', () => {
    const visit = { ...newVisit(family(1, '示范甲', { registeredOn: '2026-08-03' }), form, ''), visitedAt: '2026-08-02T10:00', done: ['place'] }
    const now = new Date('2026-08-05T10:00')
    expect(timeFault(visit, now)).toBe('timeBefore')
    expect(statusOf(task(visit, 'place'), visit, form)).toBe('fix')
    expect(timeFault({ ...visit, visitedAt: '2026-08-06T10:00' }, now)).toBe('timeAhead')
    expect(timeFault({ ...visit, visitedAt: '2026-08-03T00:00' }, now)).toBe(null)
  })
})
