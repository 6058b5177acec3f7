import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, watchTroubles } from './support'

test('the reasons for an indication are read condition by condition, each with its article', async ({ page }) => {
  const troubles = watchTroubles(page)
  await signIn(page, 'district', '/visits')
  const list = page.getByRole('grid', { name: '入户建议列表' })
  await list.getByRole('row').nth(1).getByRole('link').click()
  const card = page.getByRole('region', { name: '初筛提示（不是认定结论）' })
  await expect(card).toContainText('认定须经家庭经济状况调查')
  await expect(card.getByText('还缺的情况')).toBeVisible()
  await card.locator('details').evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')))
  const conditions = card.locator('.conditions > li')
  expect(await conditions.count()).toBeGreaterThan(3)
  await expect(card.getByText(/^依据：.+/).first()).toBeVisible()
  await expect(card.getByText(/^(符合|不符合|不能判断)$/).first()).toBeVisible()
  const changes = card.getByRole('region', { name: '什么会改变结果' })
  await expect(changes.getByText(/^如果.+结果由“.+”变为“.+”.*。$|^没有哪一项/).first()).toBeVisible()
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('the facts of a family are filtered by source, and each names its row', async ({ page }) => {
  await signIn(page, 'district', '/visits')
  await page.getByRole('grid', { name: '入户建议列表' }).getByRole('row').nth(1).getByRole('link').click()
  const line = page.getByRole('region', { name: '事实时间线' })
  await expect(line.getByText(/第 [\d,]+ 行/).first()).toBeVisible()
  const before = await line.getByRole('listitem').count()
  await line.getByRole('combobox', { name: '全部来源' }).focus()
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect.poll(() => line.getByRole('listitem').count()).toBeLessThan(before)
  await expect(line.getByRole('listitem').first()).toBeVisible()
})

test('the next family follows with one key', async ({ page }) => {
  await signIn(page, 'district', '/visits')
  await page.getByRole('grid', { name: '入户建议列表' }).getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByRole('region', { name: '家庭成员' })).toBeVisible()
  const first = page.url()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(first)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(first)
})
