import { isAsked, saysNone, type Answers, type Question } from './form'

/** An answered question as it is read; items are those of a group or list, a line each. */
export interface ReadAnswer {
  id: string
  title: string
  text: string
  items: string[]
}

type Words = { yes: string; no: string }

/** The answered ones of the questions, in the form's order. */
export function readAnswers(questions: readonly Question[], given: Answers, words: Words): ReadAnswer[] {
  return questions
    .filter((question) => isAsked(question, given) && (isGiven(given[question.id]) || saysNone(question, given[question.id])))
    .map((question) => ({ id: question.id, title: question.title, ...readAnswer(question, given[question.id], words) }))
}

function readAnswer(question: Question, answer: unknown, words: Words): { text: string; items: string[] } {
  if (saysNone(question, answer)) return { text: question.none ?? '', items: [] }
  if (question.type === 'list') return { text: '', items: (answer as Answers[]).map((item) => readItem(question, item, words)) }
  if (question.type === 'group') return { text: readItem(question, answer as Answers, words), items: [] }
  return { text: readPlain(question, answer, words), items: [] }
}

function readItem(question: Question, item: Answers, words: Words): string {
  return readAnswers(question.questions, item, words)
    .map((one) => `${one.title} ${[one.text, ...one.items].filter(Boolean).join('；')}`)
    .join('，')
}

function readPlain(question: Question, answer: unknown, words: Words): string {
  const title = (code: unknown) => question.options[String(code)] ?? String(code)
  if (question.type === 'yesNo') return answer === true ? words.yes : words.no
  if (question.type === 'choice') return title(answer)
  if (question.type === 'choices') return (answer as unknown[]).map(title).join('、')
  if (typeof answer === 'number') return answer.toLocaleString('en', { maximumFractionDigits: 2 })
  return String(answer)
}

const isGiven = (answer: unknown): boolean =>
  answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0)
