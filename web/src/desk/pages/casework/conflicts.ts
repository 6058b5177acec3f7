import { questionsOf, type Answers, type Form, type Question } from '@shared/form/form'
import { readAnswers } from '@shared/form/read'

const MEMBER = /^members\[([^\]]*)\]\.?/

/** The question that a place such as `members[m1].income.wage` is about; none for a member as a whole. */
export function questionAt(form: Form, path: string): Question | undefined {
  const ofMember = MEMBER.test(path)
  const [id, within] = path.replace(MEMBER, '').split('.')
  const question = questionsOf(form, ofMember ? 'member' : 'household').find((one) => one.id === id)
  return question?.type === 'group' ? question.questions.find((one) => one.id === within) : question
}

/** An answer as lines to be read; none where it was taken away. */
export function linesOf(form: Form, path: string, answer: unknown, words: { yes: string; no: string }): string[] {
  if (answer === null || answer === undefined) return []
  const question = questionAt(form, path)
  const [questions, given] = question ? [[{ ...question, showIf: {} }], { [question.id]: answer }] : [questionsOf(form, 'member'), answer as Answers]
  const read = readAnswers(questions, given, words)
  return question ? read.flatMap((one) => [one.text, ...one.items]).filter(Boolean) : read.map((one) => `${one.title} ${[one.text, ...one.items].filter(Boolean).join('；')}`)
}

/** What a third answer begins with: of a list everything that was said, else what stands. */
export function third(question: Question, theirs: unknown, ours: unknown): unknown {
  if (question.type !== 'list') return theirs ?? ours ?? undefined
  return [...(Array.isArray(theirs) ? theirs : []), ...(Array.isArray(ours) ? ours : [])] as unknown[]
}
