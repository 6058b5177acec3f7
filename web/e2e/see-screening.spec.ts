import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, watchTroubles } from './support'

test('the screening is seen per township and village, down to the families', async ({ page }) => {
  const troubles = watchTroubles(page)
  await signIn(page, 'district', '/screening')
  await expect(page.getByRole('img', { name: /^按初筛分组：.*在册相符 [\d,]+/ })).toBeVisible()
  await expectAccessible(page)
  const table = page.getByRole('table')
  await table.getByRole('rowheader').first().getByRole('button').click()
  await expect(page).toHaveURL(/area=\d{9}/)
  await expect(page.getByRole('heading', { name: /各村（社区）$/ })).toBeVisible()
  await table.getByRole('row').nth(1).getByRole('link').nth(1).click()
  await expect(page).toHaveURL(/\/households\?village=\d{12}/)
  await expect(page.getByRole('grid', { name: '家庭列表' }).getByRole('row').nth(1)).toBeVisible()
  expect(troubles).toEqual([])
})

test('a screening is run again and its progress is shown', async ({ page }) => {
  await signIn(page, 'district', '/screening')
  const run = page.getByRole('button', { name: '运行初筛' })
  await run.click()
  await expect(run).toBeEnabled({ timeout: 50_000 })
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('visits stand in the order of their worth, each with its reason', async ({ page }) => {
  await signIn(page, 'district', '/visits')
  const rows = page.getByRole('grid', { name: '入户建议列表' }).getByRole('row')
  await expect(rows.nth(2)).toBeVisible()
  const worth = async (row: number) => Number(await rows.nth(row).getByRole('gridcell').first().innerText())
  expect(await worth(1)).toBeGreaterThanOrEqual(await worth(2))
  await expect(rows.nth(1).getByRole('gridcell').nth(6)).not.toBeEmpty()
  await page.getByRole('button', { name: /^可能漏保/ }).click()
  await expect(page).toHaveURL(/group=unlistedLikely/)
  await expectAccessible(page)
})
