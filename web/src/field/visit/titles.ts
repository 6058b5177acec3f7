import type { Task } from './tasks'

/** What a matter is called. */
export function titleOf(task: Task, t: (key: string) => string): string {
  if (task.section) return task.section.title
  return t(task.role ? `field.sign.${task.role}` : `field.task.${task.kind}`)
}
