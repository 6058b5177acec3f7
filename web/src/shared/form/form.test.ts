import { describe, expect, it } from 'vitest'
import { reactive, readonly } from 'vue'
import { cleaned, copyOf, isAsked, isBlank, nextMark, type Form, type Question } from './form'
import { randomUuid } from '../uuid'
import { saidNone, unanswered } from './none'
import { readAnswers } from './read'
import { memberOf, wrongOf } from './wrong'

const question = (id: string, type: string, more: Partial<Question> = {}): Question => ({
  id, title: id, type, required: false, paper: false, hint: '', options: {}, most: null, showIf: {}, questions: [], ...more,
})

const income = question('income', 'list', { title: '收入', questions: [question('kind', 'choice', { title: '项目', options: { wage: '工资' } }), question('monthly', 'money', { title: '每月（元）' })] })
const illness = question('illness', 'text', { title: '病种', showIf: { ill: ['true'] } })
const clinic = question('clinic', 'text', { showIf: { illness: ['flu'] } })
const form: Form = {
  version: 1,
  oldest: 1,
  sections: [
    { id: 'home', title: '住处', of: 'household', questions: [question('address', 'text'), question('water', 'group', { questions: [question('safe', 'yesNo', { title: '安全' })] })] },
    { id: 'members', title: '成员', of: 'member', questions: [question('name', 'text', { title: '姓名' })] },
    { id: 'health', title: '健康', of: 'member', questions: [question('ill', 'yesNo', { title: '患病' }), illness, clinic, income, question('needs', 'choices', { title: '需要', options: { a: '甲', b: '乙' } })] },
  ],
}

describe('a question that hangs on another', () => {
  it('is asked only with one of the answers wanted, a yes being true', () => {
    expect(isAsked(illness, { ill: true })).toBe(true)
    expect(isAsked(illness, { ill: false })).toBe(false)
    expect(isAsked(illness, {})).toBe(false)
    expect(isAsked(illness, { ill: ['true'] })).toBe(false)
  })
})

describe('what is sent', () => {
  it('holds no blanks, no empty lists or groups, and numbers as numbers', () => {
    const sent = cleaned(form, { address: '  ', water: {}, members: [{ id: 'm1', name: ' 甲 ', income: [{ kind: 'wage', monthly: '1,200.50' }], needs: [] }] })
    expect(sent).toEqual({ members: [{ id: 'm1', name: '甲', income: [{ kind: 'wage', monthly: 1200.5 }] }] })
  })

  it('leaves out answers that are no longer asked for, and what hangs on those', () => {
    const member = { name: '甲', ill: false, illness: 'flu', clinic: 'x' }
    expect(cleaned(form, { members: [member] }).members).toEqual([{ name: '甲', ill: false }])
    expect(member.illness).toBe('flu')
  })

  it('keeps what is no number as it was typed and every place of a list, so that the server can name it', () => {
    const sent = cleaned(form, { members: [{ income: [{}, { monthly: '约一千' }] }] })
    expect(sent.members[0]).toEqual({ income: [{}, { monthly: '约一千' }] })
  })

  it('is blank where nothing was typed', () => {
    expect(isBlank(form, { members: [{ id: 'm1' }] })).toBe(true)
    expect(isBlank(form, { members: [{ id: 'm1', ill: false }] })).toBe(false)
  })

  it('marks a new member as nobody else is', () => {
    expect(nextMark([{ id: 'm1' }, { id: 'm3' }])).toBe('m4')
    expect(nextMark([{ id: 'm2' }])).toBe('m3')
  })
})

describe('what the server finds wrong', () => {
  it('is known by its place; other lines stay as they are', () => {
    const wrong = wrongOf('members[0].birthDate：“出生日期”应写成年-月-日。\nwater.safe：“安全”应答是或否。\nmembers[2].income[1].kind：没有填写。\n入户时间：晚于现在。')
    expect(wrong.byPath).toEqual({ 'members[0].birthDate': '“出生日期”应写成年-月-日。', 'water.safe': '“安全”应答是或否。', 'members[2].income[1].kind': '没有填写。' })
    expect(wrong.rest).toEqual(['入户时间：晚于现在。'])
    expect(memberOf('members[2].income[1].kind')).toBe(2)
    expect(memberOf('water.safe')).toBe(-1)
  })
})

describe('an id', () => {
  it('is made without https too, and is a UUID', () => {
    const made = crypto.randomUUID
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    Object.defineProperty(crypto, 'randomUUID', { value: made, configurable: true })
  })
})

describe('answers', () => {
  it('are read with the titles of the form', () => {
    const read = readAnswers(form.sections[2]?.questions ?? [], { ill: true, illness: '肺炎', income: [{ kind: 'wage', monthly: 1200 }], needs: ['b', 'x'] }, { yes: '是', no: '否' })
    expect(read.map((one) => [one.title, one.text, one.items])).toEqual([
      ['患病', '是', []], ['病种', '肺炎', []], ['收入', '', ['项目 工资，每月（元） 1,200']], ['需要', '乙、x', []],
    ])
  })
})

describe('what is left blank', () => {
  const asked: Form = { ...form, sections: [{ id: 'x', title: '', of: 'member', questions: [question('name', 'text'), { ...income, none: '没有收入' }, { ...question('ill', 'yesNo'), none: '没有' }] }, { id: 'y', title: '', of: 'household', questions: [question('property', 'list', { none: '没有财产' })] }] }
  const household = { property: [], members: [{ id: 'm1', name: '甲' }, { id: 'm2', income: [{ kind: 'wage' }], ill: true }] }

  it('is named by whose it is; an empty list says none and is sent', () => {
    expect(unanswered(asked, household).map((one) => [one.path, one.questions.map(({ id }) => id)])).toEqual([['members[0].', ['income', 'ill']]])
    expect(cleaned(asked, household)).toEqual(household)
    expect(readAnswers(asked.sections[1]?.questions ?? [], household, { yes: '是', no: '否' }).map((one) => one.text)).toEqual(['没有财产'])
  })

  it('is said to be none by one word, and nothing else is changed', () => {
    const said = saidNone(asked, household)
    expect(said.members).toEqual([{ id: 'm1', name: '甲', income: [], ill: false }, household.members[1]])
    expect(unanswered(asked, said)).toEqual([])
  })
})

describe('a copy', () => {
  it('has nothing in common with what a page watches', () => {
    const watched = reactive({ members: [{ id: 'm1', income: [{ kind: 'wage' }] }] })
    const copied = copyOf(readonly(watched)) as typeof watched
    copied.members[0]!.income.push({ kind: 'pension' })
    expect(watched.members[0]!.income).toHaveLength(1)
    expect(copied.members[0]!.income).toHaveLength(2)
  })
})
