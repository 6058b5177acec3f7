import { birthFault, numberFault, type Impossible } from '@shared/form/facts'
import { holds, isAsked, saysNone, type Answers, type Question } from '@shared/form/form'
import { localNow } from '@shared/format'

/** What is wrong with an answer; `text` is a message of `field.wrong` with the question's title and its bound. */
export interface Fault {
  path: string
  text: 'missing' | 'missingMoney' | 'unanswered' | 'number' | 'whole' | 'range' | 'negative' | 'date' | Impossible
  title: string
  most: number
  /** What it is called to have none. */
  none: string
}

const NUMBER = /^-?\d+(\.\d+)?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST = 100_000_000

/** One subject's questions with its answers: what one answer says may hang on another. */
interface Subject {
  questions: readonly Question[]
  given: Answers
}

/** As the server checks it, so that nobody hears of it days after leaving the house. */
export function faultsOf(questions: readonly Question[], given: Answers, path: string): Fault[] {
  return questions.filter((question) => isAsked(question, given)).flatMap((question) => of(question, { questions, given }, path + question.id))
}

function of(question: Question, subject: Subject, path: string): Fault[] {
  const answer = subject.given[question.id]
  const fault = (text: Fault['text'] | null, most = MOST): Fault[] => (text === null ? [] : [{ path, text, title: question.title, most, none: question.none ?? '' }])
  if (saysNone(question, answer)) return []
  if (isBlank(question, answer)) return fault(blank(question))
  if (question.type === 'list') return (answer as Answers[]).flatMap((item, index) => faultsOf(question.questions, item, `${path}[${index}].`))
  if (question.type === 'group') return faultsOf(question.questions, answer as Answers, `${path}.`)
  if (question.type === 'date') return fault(date(question, String(answer)))
  if (question.check === 'citizenNumber') return fault(numberFault(String(answer), bornOf(subject)))
  return ['money', 'number', 'count', 'level'].includes(question.type) ? number(question, subject, fault) : []
}

function blank({ required, type, none }: Question): Fault['text'] | null {
  if (none) return type === 'list' ? 'unanswered' : 'missing'
  if (!required) return null
  return type === 'money' ? 'missingMoney' : 'missing'
}

function date(question: Question, typed: string): Fault['text'] | null {
  if (!DAY.test(typed)) return 'date'
  return question.check === 'birth' ? birthFault(typed, localNow().slice(0, 10)) : null
}

/** The birth date beside a citizen number; empty where there is none. */
function bornOf({ questions, given }: Subject): string {
  const born = questions.find((one) => one.check === 'birth')
  const typed = born ? String(given[born.id] ?? '') : ''
  return DAY.test(typed) ? typed : ''
}

function number(question: Question, { given }: Subject, fault: (text: Fault['text'], most?: number) => Fault[]): Fault[] {
  const typed = String(given[question.id]).replace(/[,，\s]/g, '')
  const most = question.type === 'level' ? 4 : (question.most ?? MOST)
  if (!NUMBER.test(typed)) return fault('number')
  if (['count', 'level'].includes(question.type) && typed.includes('.')) return fault('whole')
  if (Number(typed) < 0 && !mayBeNegative(question, given)) return fault('negative')
  return Math.abs(Number(typed)) > most ? fault('range', most) : []
}

/** A form that was kept before it said so leaves it to the server. */
const mayBeNegative = ({ negativeIf }: Question, given: Answers): boolean => negativeIf === undefined || (Object.keys(negativeIf).length > 0 && holds(negativeIf, given))

function isBlank(question: Question, answer: unknown): boolean {
  if (answer === undefined || answer === null) return true
  if (Array.isArray(answer)) return answer.length === 0
  return typeof answer === 'string' && answer.trim() === '' && question.type !== 'group'
}
