/** Languages of the screens; each has every message, which a test checks. */
export const LANGUAGES = [
  { code: 'zh-CN', tag: 'zh-CN', name: '简体中文', direction: 'ltr', review: 'done' },
  { code: 'ug', tag: 'ug-CN', name: 'ئۇيغۇرچە', direction: 'rtl', review: 'awaits a native reader' },
] as const

export type LanguageCode = (typeof LANGUAGES)[number]['code']
