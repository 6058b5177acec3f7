import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import { LANGUAGES, type LanguageCode } from './languages'
import type chinese from './zh-CN.json'

const KEPT = 'yimen.language'

type Messages = typeof chinese

/** The texts of an entry: the desk has all of them, the phone only those it shows. */
export interface Texts {
  chinese: object
  uyghur: () => Promise<{ default: object }>
}

export const i18n = createI18n<[Messages], LanguageCode, false>({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': {} as Messages, ug: {} as Messages },
  missingWarn: false,
  fallbackWarn: false,
})

let loadUyghur: Texts['uyghur'] | null = null

/** Begins with the entry's texts and the language chosen last. */
export async function speak(texts: Texts): Promise<void> {
  i18n.global.setLocaleMessage('zh-CN', texts.chinese as Messages)
  loadUyghur = texts.uyghur
  await choose(keptLanguage())
}

/** The language of the page; changing it changes direction, language tag and font too. */
export function useLanguage() {
  return {
    languages: LANGUAGES,
    current: computed(() => languageOf(i18n.global.locale.value)),
    choose,
  }
}

export function keptLanguage(): LanguageCode {
  const kept = localStorage.getItem(KEPT)
  return LANGUAGES.find((language) => language.code === kept)?.code ?? 'zh-CN'
}

export async function choose(code: LanguageCode): Promise<void> {
  if (code === 'ug' && loadUyghur) {
    const [messages] = await Promise.all([loadUyghur(), import('@fontsource-variable/noto-sans-arabic')])
    i18n.global.setLocaleMessage('ug', messages.default as unknown as Messages)
    loadUyghur = null
  }
  const language = languageOf(code)
  i18n.global.locale.value = code
  document.documentElement.lang = language.tag
  document.documentElement.dir = language.direction
  localStorage.setItem(KEPT, code)
}

function languageOf(code: string) {
  return LANGUAGES.find((language) => language.code === code) ?? LANGUAGES[0]
}
