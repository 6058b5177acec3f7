import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, watchTroubles } from './support'

test('the list of recognised families is filtered by what falls due, from the address and by the keyboard', async ({ page }) => {
  const troubles = watchTroubles(page)
  await signIn(page, 'township', '/standings')
  await expect(page.getByRole('heading', { level: 1, name: '在册家庭' })).toBeVisible()
  const grid = page.getByRole('grid', { name: '在册家庭' })
  await expect(grid.getByText('王示范')).toBeVisible()
  await expect(grid.getByText('低保边缘').first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/standings.png' })
  await page.getByRole('button', { name: '复核逾期' }).click()
  await expect(page).toHaveURL(/due=late/)
  await expect(page.getByRole('button', { name: '复核逾期' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '已退出' }).press('Enter')
  await expect(page).toHaveURL(/due=ended/)
  await page.getByRole('button', { name: '重置' }).click()
  await expect(page).not.toHaveURL(/due=/)
  await grid.getByText('王示范').click()
  await expect(page.getByRole('region', { name: '历次金额' })).toContainText('救助金')
  await expectAccessible(page)
  await page.goto('/standings/999999')
  await expect(page.getByText('没有这个在册家庭')).toBeVisible()
  expect(troubles).toEqual([])
})

/** One of those that came from a roll. */
async function takenOver(page: Page): Promise<number> {
  const { items } = await (await page.request.get('/api/v1/standings?limit=100')).json()
  for (const { id } of items) {
    if ((await (await page.request.get(`/api/v1/standings/${id}`)).json()).takenOver !== null) return id
  }
  throw new Error('nobody came from a roll')
}

test('a deputy takes over the families that the rolls show as recognised, once', async ({ page }) => {
  const troubles = watchTroubles(page)
  await signIn(page, 'deputy', '/standings')
  await page.getByRole('link', { name: '名册接续' }).click()
  const ready = page.getByRole('region', { name: '可以接续' })
  await expect(ready.getByRole('rowheader', { name: '最低生活保障' })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/take-over.png', fullPage: true })
  const button = ready.getByRole('button', { name: /^接续这 [\d,]+ 户$/ })
  const families = (await button.innerText()).replace(/\D/g, '')
  await button.click()
  await expect(ready.getByRole('status')).toContainText(families.replace(/\B(?=(\d{3})+$)/g, ','))
  await expect(button).toBeHidden()
  await page.getByRole('link', { name: '在册家庭', exact: true }).first().click()
  await expect(page.getByRole('grid', { name: '在册家庭' }).getByRole('row').nth(1)).toBeVisible()
  await page.goto(`/standings/${await takenOver(page)}`)
  await expect(page.getByText('接续自名册，不是在这里认定的。')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/taken-over.png', fullPage: true })
  expect(troubles).toEqual([])
})
