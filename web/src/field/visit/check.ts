import { isAsked, type Answers, type Question } from '@shared/form/form'

/** What is wrong with an answer; `text` is a message of `field.wrong` with the question's title and its bound. */
export interface Fault {
  path: string
  text: 'missing' | 'missingMoney' | 'number' | 'whole' | 'range' | 'date'
  title: string
  most: number
}

const NUMBER = /^-?\d+(\.\d+)?$/
const MOST = 100_000_000

/** As the server checks it, so that nobody hears of it days after leaving the house. */
export function faultsOf(questions: readonly Question[], given: Answers, path: string): Fault[] {
  return questions.filter((question) => isAsked(question, given)).flatMap((question) => of(question, given[question.id], path + question.id))
}

function of(question: Question, answer: unknown, path: string): Fault[] {
  const fault = (text: Fault['text'], most = MOST): Fault[] => [{ path, text, title: question.title, most }]
  if (isBlank(question, answer)) return question.required ? fault(question.type === 'money' ? 'missingMoney' : 'missing') : []
  if (question.type === 'list') return (answer as Answers[]).flatMap((item, index) => faultsOf(question.questions, item, `${path}[${index}].`))
  if (question.type === 'group') return faultsOf(question.questions, answer as Answers, `${path}.`)
  if (question.type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(answer)) ? [] : fault('date')
  return ['money', 'number', 'count', 'level'].includes(question.type) ? number(question, answer, fault) : []
}

function number(question: Question, answer: unknown, fault: (text: Fault['text'], most?: number) => Fault[]): Fault[] {
  const typed = String(answer).replace(/[,，\s]/g, '')
  const most = question.type === 'level' ? 4 : (question.most ?? MOST)
  if (!NUMBER.test(typed)) return fault('number')
  if (['count', 'level'].includes(question.type) && typed.includes('.')) return fault('whole')
  return Math.abs(Number(typed)) > most ? fault('range', most) : []
}

function isBlank(question: Question, answer: unknown): boolean {
  if (answer === undefined || answer === null) return true
  if (Array.isArray(answer)) return answer.length === 0
  return typeof answer === 'string' && answer.trim() === '' && question.type !== 'group'
}
