import { createHmac } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible, fresh, signIn, watchTroubles } from './support'

const OWN = 'Tianshan-17-kuai'

/** What the app on the phone shows. */
function code(secret: string): string {
  const bits = [...secret.replace(/\s/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('the security administrator makes an account, whose owner sets a password, enrols a phone and comes in', async ({ page, browser }) => {
  const troubles = watchTroubles(page)
  const username = `li-${fresh()}`
  await signIn(page, 'security', '/accounts')
  await expect(page.getByRole('rowheader', { name: /示范·区县经办人/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '新建账户' }).click()
  await page.getByLabel('用户名', { exact: true }).fill(username)
  await page.getByLabel('姓名', { exact: true }).fill('李测试')
  await page.getByRole('combobox', { name: '单位' }).click({ force: true })
  await page.getByRole('option', { name: /西沟乡人民政府/ }).click()
  await page.getByLabel('新岗位名称').fill('民政干事')
  await page.getByRole('combobox', { name: '角色' }).click({ force: true })
  await page.getByRole('option', { name: '乡镇（街道）经办人' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  const oneTime = await page.getByRole('status').locator('code').innerText()
  await expectAccessible(page)

  const own = await (await browser.newContext()).newPage()
  await own.goto('/households')
  await own.getByLabel('用户名').fill(username)
  await own.getByLabel('密码').fill(oneTime)
  await own.getByRole('button', { name: '登录', exact: true }).click()
  await own.getByLabel('新口令').fill('Password1!')
  await own.getByLabel('再输一遍').fill('Password1!')
  await own.getByRole('button', { name: '继续' }).click()
  await expect(own.getByRole('alert')).toContainText('容易被猜到')
  await own.getByLabel('新口令').fill(OWN)
  await own.getByLabel('再输一遍').fill(OWN)
  await own.getByRole('button', { name: '继续' }).click()
  await expect(own.getByRole('img', { name: '动态口令二维码' })).toBeVisible()
  await expectAccessible(own)
  await own.getByLabel('动态口令（6 位数字）').fill(code(await own.locator('form code').innerText()))
  await own.getByRole('button', { name: '继续' }).click()
  await expect(own.getByRole('heading', { name: '家庭台账' })).toBeVisible()

  await page.getByRole('row', { name: new RegExp(username) }).getByRole('button', { name: '停用' }).click()
  await page.getByLabel('停用原因').fill('测试结束')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('row', { name: new RegExp(username) }).getByText('已停用')).toBeVisible()
  await own.goto('/households')
  await expect(own).toHaveURL(/\/sign-in/)
  expect(troubles).toEqual([])
})

test('a household tells who looked at it, and the audit administrator checks the chains and alerts', async ({ page, browser }) => {
  const troubles = watchTroubles(page)
  await signIn(page, 'township', '/households')
  await page.getByRole('grid', { name: '家庭列表' }).getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/households\/\d+$/)
  await page.getByText('谁看过这户').click()
  await expect(page.getByRole('cell', { name: '查看家庭' }).first()).toBeVisible()
  await page.goto('/account')
  await page.getByLabel('理由（至少 5 个字，会告知审计管理员）').fill('洪水安置核对')
  await page.getByRole('button', { name: /开始紧急查看/ }).click()
  await expect(page.getByRole('complementary', { name: '紧急查看' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '结束紧急查看' }).click()

  const audit = await (await browser.newContext()).newPage()
  await signIn(audit, 'audit', '/audit')
  await expect(audit.getByText('洪水安置核对').first()).toBeVisible()
  await audit.getByRole('button', { name: '核验全部记录' }).click()
  await expect(audit.getByText('完好')).toBeVisible()
  await expectAccessible(audit)
  expect(troubles).toEqual([])
})
