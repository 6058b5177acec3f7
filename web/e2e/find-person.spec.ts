import { expect, test } from '@playwright/test'
import { csv, expectAccessible, fresh, inventedNumber, load, signIn } from './support'

test('a person whose name is written in two ways is found by either', async ({ page }) => {
  await signIn(page)
  const number = inventedNumber('19730219', Math.floor(Math.random() * 900))
  const mark = fresh()
  await load(page, csv(`01_公安_常住户口_${mark}.csv`, [
    '户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期',
    `H${mark},买买提江·卡德尔,${number},男,维吾尔族,1973-02-19,户主,新疆乌鲁木齐市达坂城区东沟乡2号,农业,,`,
  ]))
  await load(page, csv(`06_残联_持证残疾人名册_${mark}.csv`, [
    '姓名,性别,民族,残疾人证号,残疾类别,残疾等级,监护人姓名,监护人电话,户口地址,发证日期,有效期至,是否享受两项补贴',
    `麦麦提江·喀迪尔,男,维吾尔族,${number}42,肢体,二级,,,达坂城区东沟乡,2019-05-12,2029-05-12,否`,
  ]))
  await page.goto('/households')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('麦麦提江·喀迪尔')
  await expect(page).toHaveURL(/q=/)
  const grid = page.getByRole('grid', { name: '家庭列表' })
  await expect(grid.getByText('买买提江·卡德尔').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '买买提江·卡德尔家庭' })).toBeVisible()
  await page.getByRole('link', { name: '买买提江·卡德尔' }).first().click()
  const names = page.getByRole('region', { name: '姓名的各种写法' })
  await expect(names.getByText('买买提江·卡德尔')).toBeVisible()
  await expect(names.getByText('麦麦提江·喀迪尔')).toBeVisible()
  await expectAccessible(page)
})

test('a long register is walked with the keyboard, and comes back as it was left', async ({ page }) => {
  await signIn(page, 'district', '/households')
  const grid = page.getByRole('grid', { name: '家庭列表' })
  await expect(grid.getByRole('row').nth(5)).toBeVisible()
  await grid.focus()
  await page.keyboard.press('End')
  await expect.poll(() => grid.evaluate((box) => box.scrollTop)).toBeGreaterThan(1_000)
  const top = await grid.evaluate((box) => box.scrollTop)
  await expect(grid.locator('[role=row].active').getByRole('link')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/households\/\d+$/)
  await page.goBack()
  await expect.poll(() => grid.evaluate((box) => box.scrollTop)).toBe(top)
})
