import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible, fresh, signIn, watchTroubles, type Role } from './support'

/** Letters that make a name nobody else has. */
const name = () => `测试${[...fresh()].slice(-4).map((letter) => String.fromCharCode(0x4e00 + letter.charCodeAt(0) * 7)).join('')}`

/** Opens the case in a browser of one's own, as another person at another desk. */
async function at(browser: Browser, role: Role, path: string, troubles: string[]): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' })).newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
  await signIn(page, role, path)
  return page
}

const steps = (page: Page) => page.getByRole('region', { name: '现在可以办' })

async function take(page: Page, step: string) {
  await steps(page).getByRole('button', { name: step, exact: true }).click()
  await steps(page).getByRole('button', { name: `确定：${step}` }).click()
}

async function taken(page: Page, step: string) {
  await expect(steps(page).getByRole('status')).toHaveText(`已办：${step}`)
}

async function answer(page: Page, title: string, value: string) {
  await page.getByLabel(title).first().fill(value)
}

test('a family walks from registering to the notice through the hands of village, township and checker', async ({ page, browser }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const applicant = name()

  await signIn(page, 'village', '/applications')
  await expectAccessible(page)
  await page.getByRole('link', { name: '登记申请' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: '台账里没有，直接登记' }).click()
  await expect(page.getByRole('combobox', { name: '村（社区）' })).toHaveValue(/\d{12}/)
  await page.getByRole('button', { name: '登记并出具回执' }).click()
  await expect(page.getByText('请填写申请人姓名')).toBeVisible()
  await page.getByRole('combobox', { name: '申请人' }).fill(applicant)
  await page.getByLabel('联系电话').fill('13900000000')
  await page.getByLabel('转类意愿').selectOption({ label: '同意，按符合的类别认定' })
  await page.getByLabel('家庭的诉求').fill('丈夫外出打工失去联系，孩子上学')
  await expectAccessible(page)
  await page.getByRole('button', { name: '登记并出具回执' }).click()
  await expect(page.getByText('申请已登记')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: '打开这份申请' }).click()
  await expect(page).toHaveURL(/\/applications\/\d+$/)
  const path = new URL(page.url()).pathname
  await expect(page.getByRole('heading', { level: 1, name: applicant })).toBeVisible()
  await expect(steps(page).getByRole('button', { name: '受理', exact: true })).toHaveCount(0)

  const township = await at(browser, 'township', '/applications?mine=1', troubles)
  await township.getByRole('grid', { name: '申请列表' }).getByText(applicant).click()
  await expect(township).toHaveURL(new RegExp(`${path}$`))
  await take(township, '受理')
  await taken(township, '受理')
  await expect(township.getByRole('region', { name: '办理时限' })).toContainText(/还有 \d+ 天/)
  await take(township, '提请信息核对')
  await expect(township.getByRole('alert')).toContainText('授权')
  await expectAccessible(township)
  await township.getByRole('button', { name: '取消' }).click()
  await township.getByRole('button', { name: '登记核查授权' }).click()
  await expect(township.getByLabel('姓名')).toHaveValue(applicant)
  await township.getByRole('button', { name: '登记授权' }).click()
  await taken(township, '登记核查授权')
  await take(township, '提请信息核对')
  await taken(township, '提请信息核对')

  const checker = await at(browser, 'checker', path, troubles)
  await take(checker, '启动信息核对')
  await taken(checker, '启动信息核对')
  await checker.getByRole('button', { name: '出具核对报告' }).click()
  await checker.getByLabel('核对结果').selectOption({ label: '有不符合规定的信息' })
  await checker.getByRole('button', { name: '确定：出具核对报告' }).click()
  await expect(checker.getByRole('alert')).toContainText('请写明查到了什么')
  await checker.getByLabel('核对结果').selectOption({ label: '符合规定' })
  await checker.getByRole('button', { name: '确定：出具核对报告' }).click()
  await taken(checker, '出具核对报告')

  await test.step('the village writes down the visit', async () => {
    await page.reload()
    await page.getByRole('link', { name: '入户调查' }).click()
    await expect(page.getByRole('tab', { name: applicant })).toBeVisible()
    await expectAccessible(page)
    await answer(page, '调查人员一', '示范甲')
    await answer(page, '调查人员二', '示范乙')
    await answer(page, '现住址', '苇子村 12 号')
    await page.getByRole('tab', { name: applicant }).click()
    await page.getByRole('group', { name: '患当地规定的重特大疾病' }).getByText('是', { exact: true }).click()
    await answer(page, '病种', '肺心病')
    await page.getByRole('button', { name: '添加收入' }).click()
    await page.getByRole('group', { name: '收入' }).getByLabel('项目').selectOption({ label: '工资' })
    await page.getByRole('group', { name: '收入' }).getByLabel('每月（元）').fill('约六百')
    await expectAccessible(page)
    await page.getByRole('button', { name: '保存这次入户' }).click()
    const summary = page.getByRole('alert')
    await expect(summary).toContainText('“户籍类别”没有填写')
    await expect(summary).toContainText('应填数字')
    await expectAccessible(page)
    await summary.getByRole('button', { name: /应填数字/ }).click()
    await expect(page.getByLabel('每月（元）')).toBeFocused()
    await expect(page.getByLabel('每月（元）')).toHaveValue('约六百')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('600')
    await answer(page, '出生日期', '1988-05-01')
    await page.getByRole('tab', { name: '家庭' }).click()
    await page.getByLabel('户籍类别').selectOption({ label: '农村' })
    await page.getByRole('button', { name: '添加成员' }).click()
    await expect(page.getByLabel('姓名')).toBeFocused()
    await page.keyboard.type(`${applicant}之子`)
    await page.getByLabel('与申请人关系').selectOption({ label: '儿子' })
    await answer(page, '出生日期', '2015-09-01')
    await page.getByRole('button', { name: '保存这次入户' }).click()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.getByRole('region', { name: '调查情况' })).toContainText('肺心病')
    await expectAccessible(page)
  })

  await township.reload()
  await take(township, '提出初审意见')
  await taken(township, '提出初审意见')
  const determination = township.getByRole('region', { name: '认定结果' })
  await expect(determination).toContainText('最低生活保障')
  await expect(determination).toContainText('第九条')
  await expectAccessible(township)
  await take(township, '公示')
  await expect(township.getByRole('alert')).toContainText('最低生活保障，2 人，每月')
  await township.getByRole('button', { name: '确定公示', exact: true }).click()
  await taken(township, '公示')
  await expect(township.getByRole('region', { name: '公示、异议和决定' })).toContainText('初审意见公示')
  await expectAccessible(township)

  // The notice hangs seven days by the server's clock: nobody can review or confirm before they are over.
  const deputy = await at(browser, 'deputy', path, troubles)
  await expect(steps(deputy)).toContainText('您这里没有要办的')
  const district = await at(browser, 'district', path, troubles)
  await expect(district.getByText('公示中').first()).toBeVisible()
  await expect(steps(district).getByRole('button', { name: '确认', exact: true })).toHaveCount(0)
  await expect(district.getByRole('region', { name: '办理经过' }).getByRole('listitem')).toHaveCount(9)
  expect(troubles).toEqual([])
})

test('a draft is not lost by a careless click, nor kept on the computer', async ({ page }) => {
  await signIn(page, 'village', '/applications/new')
  const applicant = name()
  await page.getByRole('button', { name: '台账里没有，直接登记' }).click()
  await expect(page.getByRole('combobox', { name: '村（社区）' })).toHaveValue(/\d{12}/)
  await page.getByRole('combobox', { name: '申请人' }).fill(applicant)
  await page.getByLabel('转类意愿').selectOption({ index: 1 })
  await page.getByRole('button', { name: '登记并出具回执' }).click()
  await page.getByRole('link', { name: '打开这份申请' }).click()
  await expect(page.getByRole('heading', { level: 1, name: applicant })).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').pop()
  const township = page
  await township.getByRole('button', { name: '退出登录' }).click()
  await signIn(township, 'township', `/applications/${id}`)
  await take(township, '受理')
  await taken(township, '受理')
  await township.getByRole('link', { name: '入户调查' }).click()
  await answer(township, '现住址', '苇子村 12 号')
  township.once('dialog', (dialog) => void dialog.dismiss())
  await township.getByRole('link', { name: '取消' }).click()
  await expect(township.getByLabel('现住址')).toHaveValue('苇子村 12 号')
  expect(await township.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('苇子村')
  township.once('dialog', (dialog) => void dialog.accept())
  await township.getByRole('link', { name: '取消' }).click()
  await expect(township).toHaveURL(new RegExp(`/applications/${id}$`))
})
