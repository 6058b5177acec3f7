import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from './ui/Tag.vue'

export const GROUPS = ['listedAgrees', 'listedContradicted', 'listedOther', 'unlistedLikely', 'unlistedUnclear', 'unlistedNot'] as const
export const CATEGORIES = ['tekun', 'dibao', 'dibaoMargin', 'rigidExpense', 'otherDifficulty', 'none', 'unknown'] as const
export const LISTS = ['dibao', 'tekun', 'dibaoMargin', 'rigidExpense', 'watch'] as const
export const WATCHES = ['unstable', 'marginal', 'sudden'] as const

const GROUP_TONES: Record<string, Tone> = {
  listedAgrees: 'good', listedContradicted: 'bad', listedOther: 'warn', unlistedLikely: 'warn', unlistedUnclear: 'plain', unlistedNot: 'plain',
}

export const groupTone = (group: string | null | undefined): Tone => GROUP_TONES[group ?? ''] ?? 'plain'

/** Names of the code lists in the language of the page; an unknown code is shown as it is. */
export function useCodes() {
  const { t, te } = useI18n()
  const name = (list: string) => (code: string | null | undefined) => {
    if (!code) return ''
    const key = `${list}.${code}`
    return te(key) || te(key, 'zh-CN') ? t(key) : code
  }
  const options = (list: string, codes: readonly string[]) => computed(() => codes.map((value) => ({ value, label: name(list)(value) })))
  return {
    group: name('group'),
    category: name('category'),
    /** Short, for narrow columns. */
    list: name('listName'),
    watch: name('watch'),
    certainty: name('certainty'),
    /** Of a figure of the law. */
    unit: name('unit'),
    /** Of a value that is one of several codes, or a list of them; numbers stay as they are. */
    value: (text: string) => text.split('、').map(name('valueName')).join('、'),
    groups: options('group', GROUPS),
    categories: options('category', CATEGORIES),
    lists: options('category', LISTS),
    watches: options('watch', WATCHES),
  }
}
