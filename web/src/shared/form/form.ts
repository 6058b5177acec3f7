/** The one form as `/api/v1/forms/visit` gives it; questions hold questions, which the schema cannot say. */
export interface Form {
  version: number
  oldest: number
  sections: Section[]
}

export interface Section {
  id: string
  title: string
  /** `household`, or `member`: asked of each. */
  of: string
  questions: Question[]
}

export interface Question {
  id: string
  title: string
  type: string
  required: boolean
  paper: boolean
  hint: string
  options: Record<string, string>
  most: number | null
  showIf: Record<string, string[]>
  /** `birth` or `citizenNumber`; forms that phones kept before lack it. */
  check?: string
  /** A number may be negative only there. */
  negativeIf?: Record<string, string[]>
  /** What it is called to have none: nobody leaves such a question blank without having said so. */
  none?: string
  questions: Question[]
}

/** Answers of one subject, by the questions' ids. */
export interface Answers {
  [id: string]: unknown
}

export interface Household extends Answers {
  members: Answers[]
}

/** A copy with nothing in common; of what the page watches too, which the browser's own copying refuses. */
export const copyOf = <T>(given: T): T => JSON.parse(JSON.stringify(given)) as T

export const questionsOf = (form: Form, of: string): Question[] => form.sections.filter((section) => section.of === of).flatMap((section) => section.questions)

/** Whether a question is asked: every other question that it hangs on has one of the answers wanted. */
export function isAsked(question: Question, given: Answers): boolean {
  return holds(question.showIf, given)
}

/** Whether other answers are among those wanted. */
export const holds = (wanted: Record<string, string[]>, given: Answers): boolean => Object.entries(wanted).every(([id, codes]) => codes.includes(asCode(given[id])))

const asCode = (answer: unknown): string => (['string', 'number', 'boolean'].includes(typeof answer) ? String(answer) : '')

const NUMBERS = new Set(['money', 'count', 'number', 'level'])
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * What is sent: without blanks and without answers to questions that the other answers have done away with. Numbers
 * are typed as text; what is none stays text, so that the server can name its place.
 */
export function cleaned(form: Form, household: Household): Household {
  return {
    ...subject(questionsOf(form, 'household'), household),
    members: household.members.map((member) => ({
      ...(member['id'] ? { id: member['id'] } : {}),
      ...(member['person'] ? { person: member['person'] } : {}),
      ...subject(questionsOf(form, 'member'), member),
    })),
  }
}

function subject(questions: readonly Question[], given: Answers): Answers {
  const kept: Answers = {}
  for (const question of questions) {
    const answer = answerOf(question, given[question.id])
    if (answer !== undefined) kept[question.id] = answer
  }
  let gone: Question[]
  do {
    gone = questions.filter((question) => question.id in kept && !isAsked(question, kept))
    for (const question of gone) delete kept[question.id]
  } while (gone.length > 0)
  return kept
}

/** An answer as it is sent; nothing for none. */
export function answerOf(question: Question, answer: unknown): unknown {
  if (answer === undefined || answer === null || answer === '') return undefined
  if (question.type === 'list') {
    const items = Array.isArray(answer) ? answer : []
    if (items.length === 0) return saysNone(question, answer) ? [] : undefined
    return items.map((item: Answers) => subject(question.questions, item))
  }
  if (question.type === 'group') {
    const group = subject(question.questions, answer as Answers)
    return Object.keys(group).length > 0 ? group : undefined
  }
  if (question.type === 'choices') return Array.isArray(answer) && answer.length > 0 ? answer : undefined
  if (typeof answer !== 'string') return answer
  const text = answer.trim()
  if (NUMBERS.has(question.type)) return asNumber(text)
  return text === '' ? undefined : text
}

function asNumber(text: string): unknown {
  const plain = text.replace(/[,，\s]/g, '')
  if (plain === '') return undefined
  return NUMBER.test(plain) ? Number(plain) : text
}

/** An empty list says that there is none; no list says nothing. */
export const saysNone = (question: Question, answer: unknown): boolean => Boolean(question.none) && Array.isArray(answer) && answer.length === 0

/** A member's mark that no other member has. */
export function nextMark(members: readonly Answers[]): string {
  const taken = new Set(members.map((member) => member['id']))
  let number = members.length + 1
  while (taken.has(`m${number}`)) number++
  return `m${number}`
}

/** Whether anything at all was typed. */
export const isBlank = (form: Form, household: Household): boolean => {
  const { members, ...rest } = cleaned(form, household)
  return Object.keys(rest).length === 0 && members.every((member) => Object.keys(member).every((key) => key === 'id'))
}
