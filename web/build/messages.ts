import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Groups of messages that an entry shows; the desk's others stay off it. */
const GROUPS: Record<string, string[]> = {
  phone: ['app', 'common', 'session', 'problem', 'form', 'field', 'category'],
  public: ['app', 'problem', 'category', 'pub'],
}
const MESSAGES = /^virtual:(\w+)-messages\/(.+)$/

/** `virtual:phone-messages/zh-CN`: the groups of that entry out of the one message file. */
export function entryMessages(): Plugin {
  return {
    name: 'entry-messages',
    resolveId: (id) => (MESSAGES.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, entry = '', language = ''] = MESSAGES.exec(id.slice(1)) ?? []
      const groups = GROUPS[entry]
      if (!id.startsWith('\0virtual:') || !groups) return
      const file = `src/shared/i18n/${language}.json`
      this.addWatchFile(file)
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
      return `export default ${JSON.stringify(Object.fromEntries(groups.map((group) => [group, all[group] ?? {}])))}`
    },
  }
}
