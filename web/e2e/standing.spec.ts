import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, watchTroubles } from './support'

test('the list of recognised families is filtered by what falls due, from the address and by the keyboard', async ({ page }) => {
  const troubles = watchTroubles(page)
  await signIn(page, 'township', '/standings')
  await expect(page.getByRole('heading', { level: 1, name: '在册家庭' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '复核逾期' }).click()
  await expect(page).toHaveURL(/due=late/)
  await expect(page.getByRole('button', { name: '复核逾期' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '已退出' }).press('Enter')
  await expect(page).toHaveURL(/due=ended/)
  await page.getByRole('button', { name: '重置' }).click()
  await expect(page).not.toHaveURL(/due=/)
  await page.goto('/standings/999999')
  await expect(page.getByText('没有这个在册家庭')).toBeVisible()
  expect(troubles).toEqual([])
})
