/** Languages of the screens. `complete` ones have every message (checked by tests); others fall back to zh-CN. */
export const LANGUAGES = [
  { code: 'zh-CN', tag: 'zh-CN', name: '简体中文', direction: 'ltr', complete: true, review: 'done' },
  { code: 'ug', tag: 'ug-CN', name: 'ئۇيغۇرچە', direction: 'rtl', complete: false, review: 'awaits a native reader' },
] as const

export type LanguageCode = (typeof LANGUAGES)[number]['code']
