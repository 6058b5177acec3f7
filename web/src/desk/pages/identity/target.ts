/** Where to go after signing in: only a path of this program, never another site. */
export function safeTarget(wanted: unknown): string {
  if (typeof wanted !== 'string') return '/'
  return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/'
}
