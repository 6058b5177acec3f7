/** Which keys a phone shows. */
export const NUMBERS_HINT: Record<string, 'decimal' | 'numeric' | undefined> = { money: 'decimal', number: 'decimal', count: 'numeric', level: 'numeric' }

/** Questions that take a line of their own. */
export const wide = (type: string): boolean => ['choices', 'group', 'list'].includes(type)
