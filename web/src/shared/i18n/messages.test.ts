import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages'

type Tree = { [key: string]: string | Tree }

const messages = (code: string) => JSON.parse(readFileSync(`src/shared/i18n/${code}.json`, 'utf8')) as Tree
const paths = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : paths(value, `${prefix}${key}.`)))
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts') ? [path] : []
  })

const lawFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? lawFiles(path) : name.endsWith('.yaml') ? [path] : []
  })

const chinese = new Set(paths(messages('zh-CN')))
const sources = files('src').map((path) => readFileSync(path, 'utf8')).join('\n')

describe('messages', () => {
  it('exist in Chinese for every key a page uses', () => {
    const used = [...sources.matchAll(/\bt\('([\w.-]+)'|keypath="([\w.-]+)"|(?:title|label): '(\w+\.\w+)'/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    expect(used.length).toBeGreaterThan(100)
    expect(used.filter((key) => !chinese.has(key))).toEqual([])
  })

  it.each(LANGUAGES.filter((language) => language.code !== 'zh-CN'))('in $name are there for every Chinese one, in the same order, and for no other', ({ code }) => {
    expect(paths(messages(code))).toEqual([...chinese])
  })

  it('in Uyghur are none empty and have no Chinese left', () => {
    const texts = (tree: Tree): string[] => Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
    expect(texts(messages('ug')).filter((text) => !text.trim() || /\p{Script=Han}/u.test(text))).toEqual([])
  })

  it('name every unit of the law in Chinese', () => {
    const named = new Set(Object.keys(messages('zh-CN')['unit'] as Tree))
    const units = lawFiles('../rules').flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bunit: ([\w/ ]+)/g)].map((match) => match[1]?.trim() ?? ''))
    expect(units.length).toBeGreaterThan(30)
    expect(units.filter((unit) => !named.has(unit))).toEqual([])
  })

  it('name every file of rules in Chinese', () => {
    const named = new Set(Object.keys((messages('zh-CN')['rules'] as Tree)['files'] as Tree))
    const withRules = lawFiles('../rules').filter((path) => /^(measures|categories):/m.test(readFileSync(path, 'utf8')))
    expect(withRules.length).toBeGreaterThan(8)
    expect(withRules.map((path) => path.replace(/^.*\/|\.yaml$/g, '')).filter((file) => !named.has(file))).toEqual([])
  })

  it('from right to left keep days and numbers with dashes in their order', () => {
    const texts = (tree: Tree): string[] => Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
    const bare = /(?<!\u2066)\{(?:at|on|since|until|due|from|month|first|last|time|number)\}/
    expect(texts(messages('ug')).filter((text) => bare.test(text) && /[\u0600-\u06ff]/.test(text))).toEqual([])
  })

  it('keep the same placeholders in every language', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    const flat = (tree: Tree, prefix = ''): [string, string][] =>
      Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`)))
    const original = new Map(flat(messages('zh-CN')))
    const broken = flat(messages('ug')).filter(([key, text]) => String(names(text)) !== String(names(original.get(key) ?? '')))
    expect(broken).toEqual([])
  })
})
