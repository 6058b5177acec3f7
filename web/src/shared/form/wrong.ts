/** What the server finds wrong with answers, by place such as `members[0].income[1].kind`. */
export interface Wrong {
  byPath: Record<string, string>
  /** Lines that name no place. */
  rest: string[]
}

const LINE = /^([A-Za-z]\w*(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)*)：(.+)$/

export function wrongOf(detail: string): Wrong {
  const wrong: Wrong = { byPath: {}, rest: [] }
  for (const line of detail.split('\n').filter((one) => one.trim() !== '')) {
    const [, path, text] = LINE.exec(line) ?? []
    if (path && text) wrong.byPath[path] = text
    else wrong.rest.push(line)
  }
  return wrong
}

/** The member that a place belongs to; -1 for the household. */
export function memberOf(path: string): number {
  const found = /^members\[(\d+)\]/.exec(path)
  return found ? Number(found[1]) : -1
}

/** An id for the field of a place, so that a summary can lead there. */
export const fieldId = (path: string): string => `field-${path.replace(/[[\].]+/g, '-')}`
