import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { newName, steps, takeSurely } from './desk'
import { acceptedCase, Clerk, investigated } from './office'
import { expectAccessible, signIn, watchTroubles } from './support'
import { textOf } from './unzip'

/** The pages and cards of casework that a clerk uses beside the steps: each by itself, with its files. */
async function saved(page: Page, link: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return { name: file.suggestedFilename(), path: await file.path() }
}

/** In both languages, and in which direction. */
async function expectAccessibleInBoth(page: Page) {
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'ئۇيغۇرچە' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectAccessible(page)
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
}

test('on a clerk’s small screen the list shows every limit whole', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await acceptedCase(newName())
  await signIn(page, 'township', '/applications')
  const grid = page.getByRole('grid', { name: '申请列表' })
  await expect(grid.getByText('暂定').first()).toBeVisible()
  const cut = await grid.evaluate((table) => {
    const edge = table.getBoundingClientRect().right
    return [...table.querySelectorAll('.due')].filter((due) => {
      const cell = due.parentElement as HTMLElement
      return due.getBoundingClientRect().right > Math.min(edge, cell.getBoundingClientRect().right)
    }).map((due) => due.textContent)
  })
  expect(cut).toEqual([])
})

test('limits say in a sentence whose they are, since when and by which article', async ({ page }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const applicant = newName()
  await acceptedCase(applicant)
  await signIn(page, 'township', '/deadlines')
  const grid = page.getByRole('grid', { name: '期限' })
  await expect(grid.getByRole('row').nth(1)).toBeVisible()
  const { items } = await (await Clerk.as('township')).get<{ items: { applicant: string; why: string }[] }>('/api/v1/deadlines?level=mine&offset=0&limit=200')
  const why = items.find((one) => one.applicant === applicant)?.why ?? ''
  expect(why).toMatch(/57号/)
  expect(why).toContain('受理')
  await expectAccessibleInBoth(page)
  await page.screenshot({ path: 'test-results/deadlines.png' })

  await page.getByRole('group', { name: '最近时限' }).getByRole('button', { name: /已逾期/ }).click()
  await expect(page).toHaveURL(/state=late/)
  await page.getByRole('button', { name: '重置' }).click()
  await expect(page).not.toHaveURL(/state=/)
  const list = await saved(page, '导出')
  expect(list.name).toMatch(/\.csv$/)
  expect(readFileSync(list.path, 'utf8')).toContain(applicant)
  await grid.getByRole('row').nth(1).click()
  await expect(page).toHaveURL(/\/applications\/\d+$/)
  await page.goBack()

  await page.getByRole('link', { name: '按期办结率' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '按期办结率' })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.screenshot({ path: 'test-results/deadlines-kept.png' })
  expect(troubles).toEqual([])
})

test('papers that can be printed are files in two forms; the others say what they wait for', async ({ page }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const applicant = newName()
  const id = await investigated(applicant)
  await signIn(page, 'township', `/applications/${id}`)
  const card = page.getByRole('region', { name: '文书' })
  await expect(card.getByRole('link', { name: '受理回执：PDF' })).toBeVisible()
  await card.getByText('还不能出具的').click()
  await expect(card.getByRole('definition').first()).not.toBeEmpty()
  await expect(card.getByRole('link', { name: '决定书：PDF' })).toHaveCount(0)
  await expectAccessibleInBoth(page)
  await card.screenshot({ path: 'test-results/papers.png' })

  const receipt = await saved(page, '受理回执：PDF')
  expect(receipt.name).toMatch(/^受理回执-.*\.pdf$/)
  const bytes = readFileSync(receipt.path)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.subarray(-1024).toString('latin1')).toContain('%%EOF')
  const form = await saved(page, '入户调查表：Word')
  expect(form.name).toMatch(/\.docx$/)
  const words = textOf(form.path, /^word\/document\.xml$/)
  for (const said of [applicant, '苇子村 13 号', '示范甲']) expect(words).toContain(said)
  const empty = await saved(page, '空白入户调查表（PDF）')
  expect(readFileSync(empty.path).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await (await Clerk.as('township')).looks(`/api/v1/applications/${id}/papers/decision.pdf`)).toBe(409)
  expect(troubles).toEqual([])
})

test('the village takes its ledgers of applications and visits home as workbooks', async ({ page }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const applicant = newName()
  const id = await investigated(applicant)
  await signIn(page, 'village', '/applications')
  await page.getByText('导出台账').click()
  await expect(page.getByLabel('起始日期')).toHaveValue(/-01-01$/)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/ledger-export.png' })
  const applications = await saved(page, '申请登记台账（Excel）')
  expect(applications.name).toMatch(/^申请登记台账-.*\.xlsx$/)
  const { number } = await (await Clerk.as('village')).get<{ number: string }>(`/api/v1/applications/${id}`)
  const rows = textOf(applications.path, /^xl\/(sharedStrings|worksheets\/.*)\.xml$/)
  for (const said of ['申请登记台账', applicant, number]) expect(rows).toContain(said)
  const visits = textOf((await saved(page, '入户调查台账（Excel）')).path, /^xl\/(sharedStrings|worksheets\/.*)\.xml$/)
  for (const said of ['入户调查台账', applicant, '示范甲']) expect(visits).toContain(said)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('起始日期')).toBeHidden()
  expect(troubles).toEqual([])
})

test('what two visits say differently is settled side by side before anything is proposed', async ({ page, browser }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const applicant = newName()
  const id = await investigated(applicant, { address: '苇子村 20 号' }, { address: '苇子村 12 号' })
  const other = await (await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' })).newPage()
  await signIn(other, 'village', `/applications/${id}`)
  const seen = other.getByRole('region', { name: '前后填写不一致' })
  await expect(seen).toContainText('等')
  await expect(seen.getByRole('button', { name: '采用这一边' })).toHaveCount(0)
  await other.context().close()

  await signIn(page, 'township', `/applications/${id}`)
  const card = page.getByRole('region', { name: '前后填写不一致' })
  await expect(card).toContainText('苇子村 12 号')
  await expect(card).toContainText('苇子村 20 号')
  await expectAccessibleInBoth(page)
  await page.screenshot({ path: 'test-results/conflicts.png', fullPage: true })
  await expect(steps(page)).toContainText('前后填写不一致的，须先裁定')
  await card.getByRole('button', { name: '采用这一边' }).last().click()
  await card.getByRole('button', { name: '裁定', exact: true }).click()
  await expect(card.getByText('请写明怎样核实的')).toBeVisible()
  await card.getByLabel('裁定理由').fill('看了门牌')
  await expectAccessible(page)
  await card.screenshot({ path: 'test-results/conflict-settling.png' })
  await card.getByRole('button', { name: '裁定', exact: true }).click()
  await expect(card.getByRole('status')).toContainText('已裁定“现住址”')
  await card.getByText('已裁定 1 项').click()
  await expect(card).toContainText('理由：看了门牌')
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('the card of a notice shows what hangs in the village, until when, and what was said against it', async ({ page }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const applicant = newName()
  const id = await investigated(applicant)
  await signIn(page, 'township', `/applications/${id}`)
  await page.getByRole('button', { name: '提出初审意见', exact: true }).click()
  await page.getByRole('button', { name: '确定：提出初审意见' }).click()
  await takeSurely(page, '公示')
  const card = page.getByRole('region', { name: '公示、异议和决定' })
  await expect(card).toContainText('公示中')
  await expect(card).toContainText(/\d{4}-\d{2}-\d{2} 至 \d{4}-\d{2}-\d{2}/)
  await expect(card).not.toContainText(applicant)
  await (await Clerk.as('village')).post(`/api/v1/applications/${id}/objections`, { by: null, raisedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), text: '他家有铺面' })
  await page.reload()
  await expect(card).toContainText('他家有铺面')
  await expect(card).toContainText('尚未答复')
  await expectAccessibleInBoth(page)
  await page.screenshot({ path: 'test-results/notice.png', fullPage: true })
  expect(troubles).toEqual([])
})
