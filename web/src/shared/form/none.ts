import { answerOf, isAsked, questionsOf, type Answers, type Form, type Household, type Question } from './form'

/** The questions of one subject that are left blank and may not be: the determination would take them for none. */
export interface Unanswered {
  /** -1 is the household. */
  member: number
  path: string
  questions: Question[]
}

const unansweredOf = (questions: readonly Question[], given: Answers): Question[] =>
  questions.filter((question) => question.none && isAsked(question, given) && answerOf(question, given[question.id]) === undefined)

export function unanswered(form: Form, household: Household): Unanswered[] {
  return [
    { member: -1, path: '', questions: unansweredOf(questionsOf(form, 'household'), household) },
    ...household.members.map((given, member) => ({ member, path: `members[${member}].`, questions: unansweredOf(questionsOf(form, 'member'), given) })),
  ].filter((one) => one.questions.length > 0)
}

/** The same household with none said wherever nothing was said. */
export function saidNone(form: Form, household: Household): Household {
  return { ...saidNoneOf(questionsOf(form, 'household'), household), members: household.members.map((member) => saidNoneOf(questionsOf(form, 'member'), member)) }
}

const saidNoneOf = (questions: readonly Question[], given: Answers): Answers =>
  ({ ...given, ...Object.fromEntries(unansweredOf(questions, given).map((question) => [question.id, question.type === 'list' ? [] : false])) })
