import { expect, type Browser, type Page } from '@playwright/test'
import { fresh, signIn, watchTroubles, type Role } from './support'

/** Letters that make a name nobody else has. */
export const newName = () => `测试${[...fresh()].slice(-4).map((letter) => String.fromCharCode(0x4e00 + letter.charCodeAt(0) * 7)).join('')}`

/** Opens a page in a browser of one's own, as another person at another desk. */
export async function at(browser: Browser, role: Role, path: string, troubles: string[]): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN', timezoneId: 'Asia/Urumqi' })).newPage()
  watchTroubles(page, troubles)
  await signIn(page, role, path)
  return page
}

/** The card with what the user may do now. */
export const steps = (page: Page) => page.getByRole('region', { name: '现在可以办' })

export async function take(page: Page, step: string) {
  await steps(page).getByRole('button', { name: step, exact: true }).click()
  await steps(page).getByRole('button', { name: `确定：${step}` }).click()
}

export async function taken(page: Page, step: string) {
  await expect(steps(page).getByRole('status')).toHaveText(`已办：${step}`)
}

/** Takes a step that is asked once more. */
export async function takeSurely(page: Page, step: string) {
  await take(page, step)
  await page.getByRole('button', { name: `是，${step}`, exact: true }).click()
  await taken(page, step)
}
