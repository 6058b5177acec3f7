import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, inventedNumber, signIn, watchTroubles } from './support'

/** A security key in software, that answers as soon as it is asked (WebAuthn of the DevTools protocol). */
async function withAuthenticator(page: Page) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: false, hasUserVerification: false, automaticPresenceSimulation: true },
  })
}

test('a passkey is added, asked for at the next sign-in and before something weighty, and removed', async ({ page }) => {
  const troubles = watchTroubles(page)
  await withAuthenticator(page)
  await signIn(page, 'checker', '/account')
  const card = page.getByRole('form', { name: '通行密钥' })
  await card.getByLabel('名称').fill('办公室的密钥')
  await card.getByRole('button', { name: '添加', exact: true }).click()
  await expect(card.getByRole('status')).toContainText('已添加')
  await expect(card.getByText('办公室的密钥', { exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').fill('checker')
  await page.getByLabel('密码').fill('yimen-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByLabel('动态口令（6 位数字）')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '使用通行密钥' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()

  await page.goto('/account')
  await expect(card.getByText(/最近使用/)).toBeVisible()
  await card.getByRole('button', { name: '删除办公室的密钥' }).click()
  await expect(card.getByRole('status')).toContainText('已删除')
  expect(troubles).toEqual([])
})

test('somebody sees where they are signed in and ends the other place', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'mayor')
  await signIn(page, 'mayor', '/account')
  const table = page.getByRole('region', { name: '我的登录' })
  await expect(table.getByText('本次登录')).toBeVisible()
  await expectAccessible(page)
  await table.getByRole('button', { name: '退出其他所有登录' }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await other.goto('/households')
  await expect(other).toHaveURL(/\/sign-in/)
})

test('a typed citizen number stands in no address, and a name does', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url() + (request.headers()['referer'] ?? '')))
  await signIn(page, 'district', '/households')
  const number = inventedNumber('19730219', 77)
  await page.getByRole('searchbox').fill(number)
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText('共 0 户')).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(number))
  await page.getByRole('searchbox').fill('马')
  await expect(page).toHaveURL(/q=/)
  await page.goBack()
  expect(asked.filter((address) => address.includes(number))).toEqual([])
})
