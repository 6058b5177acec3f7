import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, watchTroubles } from './support'

test('a clerk signs in and comes to the page that was asked for', async ({ page }) => {
  await signIn(page, 'district', '/households?group=unlistedLikely')
  await expect(page).toHaveURL(/\/households\?group=unlistedLikely$/)
  await expect(page.getByRole('heading', { name: '家庭台账' })).toBeVisible()
})

test('a wrong password is refused in words, and the page stays usable', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByText('请输入用户名')).toBeVisible()
  await page.getByLabel('用户名').fill('district')
  await page.getByLabel('密码').fill('not-it')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确')
  await expectAccessible(page)
})

test('the demo says on every page that its data are invented, and offers its accounts', async ({ page }) => {
  const troubles = watchTroubles(page)
  await page.goto('/sign-in')
  await expect(page.getByRole('complementary', { name: '演示数据' })).toBeVisible()
  await page.getByRole('button', { name: /district/ }).click()
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: '演示数据' })).toBeVisible()
  expect(troubles).toEqual([])
})

test('an administrator sees no business data', async ({ page }) => {
  await signIn(page, 'system')
  await expect(page.getByText('管理员账号不接触业务数据')).toBeVisible()
  await expect(page.getByRole('link', { name: '家庭台账' })).toHaveCount(0)
  await page.goto('/households')
  await expect(page.getByRole('heading', { name: '您的岗位没有这项权限' })).toBeVisible()
})

test('signing out closes every page', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/households')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
})
