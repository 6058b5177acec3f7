import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export type Role = 'village' | 'township' | 'deputy' | 'mayor' | 'checker' | 'district' | 'bureau' | 'leader' | 'system' | 'security' | 'audit'

const PASSWORD = process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo'
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Signs in with a demo account and ends on the page asked for. */
export async function signIn(page: Page, role: Role = 'district', to = '/') {
  await page.goto(to)
  await page.getByLabel('用户名').fill(role)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible({ timeout: 20_000 })
}

export async function expectAccessible(page: Page) {
  // a page that has not been drawn yet has nothing to find fault with, or everything
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  const told = violations.map((violation) => `${violation.id}: ${violation.help} ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect(told).toEqual([])
}

/** Collects what the browser refuses because of the content security policy, and errors of the page itself. */
export function watchTroubles(page: Page, troubles: string[] = []): string[] {
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    const failed = message.type() === 'error' && !message.text().startsWith('Failed to load resource')
    if (failed || /Content Security Policy|Vue warn/i.test(message.text())) troubles.push(message.text())
  })
  return troubles
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A citizen number of an unassigned county with a right check character; nobody has it. */
export function inventedNumber(birth: string, serial: number): string {
  const body = `650199${birth}${String(serial % 1000).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0)
  return body + '10X98765432'[sum % 11]
}

export const csv = (name: string, lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8') })

/** Loads files through the page and waits until each has reached its end. */
export async function load(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.goto('/deliveries')
  await page.locator('input[type=file]').setInputFiles(files)
  for (const file of files) {
    const row = page.getByRole('row').filter({ hasText: file.name }).first()
    await expect(row.getByText(/^(完成|未装载)$/)).toBeVisible({ timeout: 50_000 })
  }
}

/** Text that no earlier run has used. */
export const fresh = () => Date.now().toString(36)

/** The file that the program under test reads its days ahead from; only BrowserIT's program has one. */
export const CLOCK_FILE = process.env['YIMEN_CLOCK_FILE'] ?? ''

/** Lets the program's time go on; it never goes back, as that of a register doesn't. */
export function daysGoBy(days: number): void {
  const before = existsSync(CLOCK_FILE) ? Number(readFileSync(CLOCK_FILE, 'utf8')) : 0
  writeFileSync(CLOCK_FILE, String(before + days))
}

/** Now as the program has it. */
export function programsNow(): Date {
  const ahead = existsSync(CLOCK_FILE) ? Number(readFileSync(CLOCK_FILE, 'utf8')) : 0
  return new Date(Date.now() + ahead * 24 * 3_600_000)
}

/** Today as the program has it. */
export const programsToday = (): string => new Date(programsNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
