import { answerOf, isAsked, type Answers, type Form, type Section } from '@shared/form/form'
import { memberOf } from '@shared/form/wrong'
import { faultsOf, type Fault } from './check'
import { isUntouched, memberName, ROLES, subjectOf, timeFault, wantedSigners, type Role, type Visit } from './visit'

export type Status = 'done' | 'blank' | 'fix' | 'known' | 'begun' | 'todo' | 'later'

/** Whether somebody has been through it; a page on which nothing was filled in isn't called filled in. */
export const isThrough = (status: Status): boolean => status === 'done' || status === 'blank'

/** One matter of a visit, on a page of its own. Keys: `home`, `m1/health`, `photos`, `sign-family`. */
export interface Task {
  key: string
  kind: 'section' | 'place' | 'photos' | 'authorise' | 'sign' | 'check'
  section: Section | null
  member: string | null
  role: Role | null
}

const plain = (key: string, kind: Task['kind'], role: Role | null = null): Task => ({ key, kind, section: null, member: null, role })

/** All matters in the order in which a visit goes; a section of which nothing is asked is none. */
export function tasksOf(form: Form, visit: Visit): Task[] {
  const sections: Task[] = []
  for (let index = 0; index < form.sections.length; index++) {
    const section = form.sections[index]
    if (!section) continue
    if (section.of === 'household') {
      sections.push({ key: section.id, kind: 'section', section, member: null, role: null })
    } else if (form.sections.findIndex((one) => one.of === 'member') === index) {
      sections.push(...membersTasks(form, visit))
    }
  }
  const asked = sections.filter(({ section, member }) => section === null || asksOf(section, subjectOf(visit.household, member)))
  return [...asked, plain('place', 'place'), plain('photos', 'photos'), plain('authorise', 'authorise'), ...ROLES.map((role) => plain(`sign-${role}`, 'sign', role)), plain('check', 'check')]
}

const asksOf = (section: Section, given: Answers = {}): boolean => section.questions.some((question) => isAsked(question, given))

const membersTasks = (form: Form, visit: Visit): Task[] =>
  visit.household.members.flatMap((member) =>
    form.sections
      .filter((section) => section.of === 'member')
      .map((section): Task => ({ key: `${String(member['id'])}/${section.id}`, kind: 'section', section, member: String(member['id']), role: null })),
  )

/** The place of a subject's answers, as the server names it. */
export function prefixOf(visit: Visit, member: string | null): string {
  return member === null ? '' : `members[${visit.household.members.findIndex((one) => one['id'] === member)}].`
}

/** What is wrong in a matter, by the phone's own look. */
export function faultsIn(task: Task, visit: Visit): Fault[] {
  if (!task.section) return []
  return faultsOf(task.section.questions, subjectOf(visit.household, task.member) ?? {}, prefixOf(visit, task.member))
}

/** What the server found wrong in a matter. */
export function wrongIn(task: Task, visit: Visit): Record<string, string> {
  const { section } = task
  if (!section) return {}
  const prefix = prefixOf(visit, task.member)
  const index = task.member === null ? -1 : visit.household.members.findIndex((one) => one['id'] === task.member)
  return Object.fromEntries(
    Object.entries(visit.wrong).filter(([path]) => memberOf(path) === index && section.questions.some(({ id }) => path === prefix + id || path.startsWith(`${prefix}${id}.`) || path.startsWith(`${prefix}${id}[`))),
  )
}

export function statusOf(task: Task, visit: Visit, form: Form): Status {
  if (isLater(task, visit, form)) return 'later'
  if (Object.keys(wrongIn(task, visit)).length > 0) return 'fix'
  if (task.kind === 'sign') return visit.signatures[task.role ?? 'family'] ? 'done' : 'todo'
  if (task.kind === 'authorise' && wantedSigners(visit).length === 0) return 'done'
  if (task.kind === 'place' && visit.done.includes(task.key) && timeFault(visit) !== null) return 'fix'
  if (visit.done.includes(task.key)) return faultsIn(task, visit).length > 0 ? 'fix' : isEmpty(task, visit) ? 'blank' : 'done'
  if (task.kind === 'photos') return visit.photos.length > 0 ? 'begun' : 'todo'
  if (!task.section) return 'todo'
  if (isUntouched(visit, task.section, task.member)) return 'known'
  return isEmpty(task, visit) ? 'todo' : 'begun'
}

/** Whether a section has no answer. */
function isEmpty({ section, member }: Task, visit: Visit): boolean {
  const given = subjectOf(visit.household, member) ?? {}
  return section !== null && section.questions.every((question) => answerOf(question, given[question.id]) === undefined)
}

/** What rests on other matters: a member's details on who it is, signatures on the rest, sending on everything. */
function isLater(task: Task, visit: Visit, form: Form): boolean {
  const first = form.sections.find((section) => section.of === 'member')
  if (task.kind === 'check') return tasksOf(form, visit).some((one) => one.kind !== 'check' && !isThrough(statusOf(one, visit, form)))
  if (task.kind === 'authorise' || task.kind === 'sign') return visit.household.members.some((member) => !visit.done.includes(`${String(member['id'])}/${first?.id}`))
  if (task.kind !== 'section' || task.member === null || task.section?.id === first?.id) return false
  return !visit.done.includes(`${task.member}/${first?.id}`) && memberName(subjectOf(visit.household, task.member)) === ''
}

/** The next matter to go to after one; the check once nothing else is left. */
export function nextTask(form: Form, visit: Visit, after: string): Task | undefined {
  const tasks = tasksOf(form, visit)
  const from = tasks.findIndex((task) => task.key === after) + 1
  const open = (task: Task) => {
    const status = statusOf(task, visit, form)
    return task.kind !== 'check' && status !== 'later' && !isThrough(status)
  }
  return [...tasks.slice(from), ...tasks.slice(0, from)].find(open) ?? tasks.find((task) => task.kind === 'check' && statusOf(task, visit, form) !== 'later')
}
