import { expect, test, type Page } from '@playwright/test'
import { acceptedCase } from './office'
import { expectAccessible, fresh, signIn, watchTroubles } from './support'

const grid = (page: Page) => page.getByRole('grid', { name: '申请列表' })
const bar = (page: Page) => page.getByRole('region', { name: '批量办理所选的申请' })

/** Looks first, begins, and waits on the job's page until all is done. */
async function begin(page: Page, done: number) {
  await bar(page).getByRole('button', { name: '先核对' }).click()
  await expect(bar(page)).toContainText(`其中 ${done} 份看来可以办理`)
  await expectAccessible(page)
  await bar(page).getByRole('button', { name: /^开始/ }).click()
  await expect(page).toHaveURL(/\/bulk\/\d+$/)
  await expect(page.getByText(new RegExp(`已办理 ${done}，.*已全部办完`))).toBeVisible({ timeout: 30_000 })
}

test('a township ticks families, sends two people to them and prints their receipts', async ({ page, browser }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const name = `批办${fresh()}`
  for (const one of ['甲', '乙', '丙']) await acceptedCase(name + one)

  await signIn(page, 'township', `/applications?text=${encodeURIComponent(name)}`)
  await expect(grid(page).getByRole('row')).toHaveCount(4)
  await grid(page).getByRole('checkbox', { name: new RegExp(`${name}甲`) }).check()
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(bar(page).getByRole('status').first()).toHaveText('已选 2 份')
  await expectAccessible(page)

  await test.step('sends two people', async () => {
    await bar(page).getByRole('button', { name: '派单' }).click()
    await bar(page).getByLabel('调查人员一').selectOption({ label: await optionOf(page, '调查人员一', '村工作人员') })
    await bar(page).getByLabel('调查人员二').selectOption({ label: await optionOf(page, '调查人员二', '乡镇经办人') })
    await begin(page, 2)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('派单：示范·村工作人员、示范·乡镇经办人')
    await expectAccessible(page)
    const report = page.waitForEvent('download')
    await page.getByRole('link', { name: '逐份结果（Excel）' }).click()
    expect((await report).suggestedFilename()).toMatch(/批量办理\.xlsx$/)
  })

  await test.step('the village finds what was assigned to it', async () => {
    const village = await (await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' })).newPage()
    await signIn(village, 'village', `/applications?text=${encodeURIComponent(name)}`)
    await expect(grid(village).getByRole('row')).toHaveCount(4)
    await village.getByRole('button', { name: '派给我的' }).click()
    await expect(grid(village).getByRole('row')).toHaveCount(3)
    await expect(grid(village)).toContainText('示范·村工作人员、示范·乡镇经办人')
  })

  await test.step('prints the receipts of all that were found', async () => {
    await page.goto(`/applications?text=${encodeURIComponent(name)}`)
    await grid(page).getByRole('checkbox', { name: new RegExp(`${name}丙`) }).check()
    await bar(page).getByRole('button', { name: '全选全部符合条件的 3 份' }).click()
    await expect(bar(page).getByRole('status').first()).toHaveText('已选全部符合条件的 3 份')
    await bar(page).getByRole('button', { name: '打印' }).click()
    await bar(page).getByLabel('打印哪种文书').selectOption({ label: '受理回执' })
    await begin(page, 3)
    await expectAccessible(page)
    const papers = page.waitForEvent('download')
    await page.getByRole('link', { name: '第 1 个文件（PDF）' }).click()
    expect((await papers).suggestedFilename()).toMatch(/^批量打印-受理回执-001-.*\.pdf$/)
  })
  expect(troubles).toEqual([])
})

/** The whole text of the option in which somebody's name stands. */
async function optionOf(page: Page, label: string, who: string): Promise<string> {
  const option = bar(page).getByLabel(label).locator('option', { hasText: who })
  return (await option.textContent()) ?? ''
}

test('the page of bulk jobs leads to the list where they are begun, and is accessible', async ({ page, browser }) => {
  await signIn(page, 'district', '/bulk')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: '待审核确认的申请' }).click()
  await expect(page).toHaveURL(/\/applications\?state=withDistrict/)
  const village = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await signIn(village, 'village', '/bulk')
  await expect(village.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(village.getByRole('link', { name: '待审核确认的申请' })).toHaveCount(0)
  await expectAccessible(village)
})
