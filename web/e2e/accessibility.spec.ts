import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, watchTroubles } from './support'

const PAGES = ['/', '/applications', '/applications/new', '/deliveries', '/deliveries/1', '/households', '/households/1', '/persons/1', '/pairs', '/screening', '/visits', '/outward', '/outward/checks', '/outward/differences', '/nowhere']

test('axe finds nothing on any page, in Chinese', async ({ page }) => {
  test.slow()
  const troubles = watchTroubles(page)
  await page.goto('/sign-in')
  await expectAccessible(page)
  await signIn(page)
  for (const path of PAGES) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await test.step(path, () => expectAccessible(page))
  }
  expect(troubles).toEqual([])
})

test('axe finds nothing on any page, in Uyghur and from right to left', async ({ page }) => {
  test.slow()
  const troubles = watchTroubles(page)
  await signIn(page)
  await page.getByRole('button', { name: 'ئۇيغۇرچە' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  for (const path of PAGES) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await test.step(path, () => expectAccessible(page))
  }
  expect(troubles).toEqual([])
})

test('everything on the register is reached without a mouse', async ({ page }) => {
  await signIn(page, 'district', '/households')
  await expect(page.getByRole('grid', { name: '家庭列表' }).getByRole('row').nth(2)).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('grid', { name: '家庭列表' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/households\/\d+$/)
})
