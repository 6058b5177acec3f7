import { expect, test } from '@playwright/test'
import { csv, expectAccessible, fresh, inventedNumber, load, signIn, watchTroubles } from './support'

const HEADER = '户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期'

test('files are loaded, every row is accounted for, and a refused row says why', async ({ page }) => {
  const troubles = watchTroubles(page)
  await signIn(page)
  const name = `01_公安_常住户口_${fresh()}.csv`
  const serial = Math.floor(Math.random() * 900)
  await load(page, csv(name, [
    HEADER,
    `H${fresh()},马建国,${inventedNumber('19610504', serial)},男,回族,1961-05-04,户主,新疆乌鲁木齐市达坂城区东沟乡2号,农业,,`,
    `H${fresh()},,,男,,,子,,农业,,`,
  ]))
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row.getByText('相符')).toBeVisible()
  await expectAccessible(page)
  await row.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const report = page.getByRole('grid', { name: '文件各行' })
  await expect(report.getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: /^不能用/ }).click()
  await expect(page).toHaveURL(/outcome=refused/)
  await report.getByRole('row').nth(1).click()
  await expect(page.getByRole('heading', { name: /^原文/ })).toBeVisible()
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('a damaged file is named with what to do, and changes nothing', async ({ page }) => {
  await signIn(page)
  const name = `02_民政_低保花名册_${fresh()}.xlsx`
  await load(page, { name, mimeType: 'application/octet-stream', buffer: Buffer.from(`PK\u0003\u0004 broken ${fresh()}`) })
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row.getByText('未装载')).toBeVisible()
  await expect(row.locator('.problem')).not.toBeEmpty()
})

test('the row report can be taken away as a table', async ({ page }) => {
  await signIn(page, 'district', '/deliveries')
  await page.getByRole('row').filter({ hasText: '完成' }).first().getByRole('link').first().click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})
