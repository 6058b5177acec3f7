import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { at, newName, steps, take, taken, takeSurely } from './desk'
import { Clerk, investigated, ownVillage } from './office'
import { addSon, fillVisit, finishVisit } from './one-visit'
import { download, firstStart, isKept, lying, openByPin, PHONE } from './phone'
import { CLOCK_FILE, daysGoBy, expectAccessible, inventedNumber, programsNow, programsToday, watchTroubles } from './support'
import { textOf } from './unzip'

/**
 * One family from its application to the register of recognised families, through the hands of six roles that each sign
 * in, with the network cut while it is visited; and what each of them may not do. It moves the program's time, so no
 * other story should come after it: the files run by their names.
 */
const CATEGORIES = ['最低生活保障', '特困人员', '低保边缘', '刚性支出困难', '其他困难', '防止返贫监测']

const determination = (page: Page) => page.getByRole('region', { name: '认定结果' })
const offers = (page: Page) => steps(page).locator('.line > .y-button').allInnerTexts()

async function saved(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return file.path()
}

/** Registers the family at the village's desk; the address of its case. */
async function registered(page: Page, applicant: string): Promise<string> {
  await page.getByRole('link', { name: '登记申请' }).click()
  await page.getByRole('button', { name: '台账里没有，直接登记' }).click()
  await expect(page.getByRole('combobox', { name: '村（社区）' })).toHaveValue(/\d{12}/)
  await page.getByRole('combobox', { name: '申请人' }).fill(applicant)
  await page.getByLabel('联系电话').fill('13900000000')
  await page.getByLabel('转类意愿').selectOption({ label: '同意，按符合的类别认定' })
  await page.getByLabel('家庭的诉求').fill('丈夫外出打工失去联系，孩子上学')
  await page.getByRole('button', { name: '登记并出具回执' }).click()
  await page.getByRole('link', { name: '打开这份申请' }).click()
  await expect(page.getByRole('heading', { level: 1, name: applicant })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Another family of the same village, by the same way up to its notice, without pages. */
async function onNotice(applicant: string): Promise<number> {
  const id = await investigated(applicant)
  const township = await Clerk.as('township')
  await township.post(`/api/v1/applications/${id}/proposal`, {})
  await township.post(`/api/v1/applications/${id}/notice`, {})
  return id
}

/** What anybody reads of the village's notices, without signing in. */
async function readInVillage(browser: Browser): Promise<string> {
  const page = await (await browser.newContext({ ...PHONE, locale: 'zh-CN' })).newPage()
  await page.goto(`/p/village/${await ownVillage(await Clerk.as('village'))}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('社会救助公示')
  await page.waitForLoadState('networkidle')
  const text = await page.locator('body').innerText()
  await page.context().close()
  return text
}

test('one family walks the whole way through six roles', async ({ browser }) => {
  test.skip(CLOCK_FILE === '', 'the program under test has no clock that can be moved: see CONTRIBUTING.md')
  test.setTimeout(600_000)
  const troubles: string[] = []
  const [applicant, neighbour] = [newName(), `邻户${newName()}`]
  const number = inventedNumber('19880501', 22)
  const ranBefore = programsNow().getTime() > Date.now() + 3_600_000
  const village = await at(browser, 'village', '/applications', troubles)
  const path = await registered(village, applicant)
  const address = `/api/v1${path}`
  const township = await at(browser, 'township', path, troubles)

  await test.step('who may not: the village accepts nothing, nobody refuses at the door, administrators see no case', async () => {
    expect(await offers(village)).toEqual(['申请人撤回'])
    expect(await (await Clerk.as('village')).tries(`${address}/acceptance`, {})).toMatch(/^403/)
    await expect(steps(township).getByRole('button', { name: '受理', exact: true })).toBeVisible()
    for (const step of ['不予确认', '确认', '提出初审意见']) expect(await offers(township)).not.toContain(step)
    expect(await (await Clerk.as('district')).tries(`${address}/refusal`, {})).toMatch(/^409/)
    for (const role of ['system', 'security', 'audit', 'bureau'] as const) expect(await (await Clerk.as(role)).looks(address), role).toBe(403)
    const administrator = await at(browser, 'system', '/sign-in', troubles)
    await expect(administrator.getByRole('link', { name: '救助申请' })).toHaveCount(0)
    await administrator.goto(path)
    await expect(administrator.getByText(/没有这项权限|不接触业务数据/).first()).toBeVisible()
    await expect(administrator.getByText(applicant)).toHaveCount(0)
    await administrator.context().close()
  })

  await test.step('the township accepts; without authorisation nothing is checked, without a visit nothing proposed', async () => {
    await take(township, '受理')
    await taken(township, '受理')
    await expect(steps(township)).toContainText('没有授权不能核对')
    await village.reload()
    await steps(village).getByRole('button', { name: '登记核查授权' }).click()
    await expect(village.getByLabel('姓名')).toHaveValue(applicant)
    await village.getByRole('button', { name: '登记授权' }).click()
    await taken(village, '登记核查授权')
    await township.reload()
    await take(township, '提请信息核对')
    await taken(township, '提请信息核对')
    expect(await (await Clerk.as('township')).tries(`${address}/check/start`, {})).toMatch(/^403/)
  })

  await test.step('the district’s checker answers, and can neither propose nor decide', async () => {
    const checker = await at(browser, 'checker', path, troubles)
    await take(checker, '启动信息核对')
    await taken(checker, '启动信息核对')
    await steps(checker).getByRole('button', { name: '出具核对报告' }).click()
    await checker.getByLabel('核对结果').selectOption({ label: '符合规定' })
    await checker.getByRole('button', { name: '确定：出具核对报告' }).click()
    await taken(checker, '出具核对报告')
    const other = await Clerk.as('checker')
    for (const deed of ['proposal', 'review', 'confirmation']) expect(await other.tries(`${address}/${deed}`, {}), deed).toMatch(/^403/)
    await checker.context().close()
    await township.reload()
    await expect(steps(township)).toContainText('还没有登记入户调查')
  })

  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN', timezoneId: 'Asia/Urumqi' })
  if (ranBefore) await context.clock.setSystemTime(programsNow())
  const phone = await context.newPage()
  watchTroubles(phone, troubles)

  await test.step('on the phone: taken along, then the network is cut and the visit is filled and signed', async () => {
    await firstStart(phone)
    await download(phone, applicant)
    await isKept(phone)
    await context.setOffline(true)
    await phone.reload()
    await openByPin(phone)
    await expect(phone.getByText('现在没有网络')).toBeVisible()
    await phone.getByRole('link', { name: new RegExp(`^${applicant}`) }).click()
    await fillVisit(phone, number)
    await addSon(phone, `${applicant}之子`)
    await finishVisit(phone)
    await expect(phone.getByRole('main').getByText('待发送').first()).toBeVisible()
    const left = await lying(phone)
    for (const personal of [applicant, number, '肺心病', '13900000000']) expect(left.includes(personal), personal).toBe(false)
    const { records } = await (await Clerk.as('township')).get<{ records: { visits: unknown[] } }>(address)
    expect(records.visits).toHaveLength(0)
  })

  await test.step('back on line the queue sends; the answer is lost, it sends again, and one visit is kept', async () => {
    let sent = 0
    await context.route(`**${address}/visits`, async (route) => {
      sent++
      if (sent > 1) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await context.setOffline(false)
    await expect.poll(() => sent, { timeout: 40_000 }).toBeGreaterThan(0)
    await expect(async () => {
      if (await phone.getByText('已送达').isVisible()) return
      await phone.getByRole('button', { name: '现在发送' }).click({ timeout: 1_000 })
      await expect(phone.getByText('已送达')).toBeVisible({ timeout: 4_000 })
    }).toPass({ timeout: 60_000 })
    expect(sent).toBeGreaterThan(1)
    await expectAccessible(phone)
    const { records } = await (await Clerk.as('township')).get<{ records: { visits: { signedBy: string }[] } }>(address)
    expect(records.visits.map((one) => one.signedBy)).toEqual([applicant])
    await context.close()
  })

  await test.step('the township has the visit with its signatures and proposes; all six categories are determined', async () => {
    await township.reload()
    const found = township.getByRole('region', { name: '调查情况' })
    await expect(found).toContainText('肺心病')
    await expect(found.getByRole('link', { name: `家庭 ${applicant}` })).toBeVisible()
    await expect(found.getByRole('link', { name: /^调查人员/ })).toHaveCount(2)
    await take(township, '提出初审意见')
    await taken(township, '提出初审意见')
    await expect(determination(township).locator('dd').first()).toHaveText('最低生活保障')
    for (const category of CATEGORIES) await expect(determination(township).locator('summary').filter({ hasText: category })).toHaveCount(1)
    expect(await offers(township)).toContain('公示')
    expect(await (await Clerk.as('deputy')).tries(`${address}/review`, { note: null })).toMatch(/^4\d\d .*公示/)
    await expectAccessible(township)
  })

  const other = await onNotice(neighbour)
  await test.step('the notice hangs in the village with no more than is allowed; an objection holds up the neighbour alone', async () => {
    await takeSurely(township, '公示')
    const notice = township.getByRole('region', { name: '公示、异议和决定' })
    await expect(notice).toContainText('公示中')
    await expect(notice).toContainText(`${applicant[0]}＊`)
    await expect(notice).not.toContainText(applicant)
    const file = await saved(township, '公示单：Word')
    expect(textOf(file, /word\/document\.xml/)).toContain('最低生活保障')
    for (const personal of [applicant, number, '13900000000', '肺心病', '苇子村 12 号']) expect(textOf(file, /word\/document\.xml/), personal).not.toContain(personal)

    expect(await readInVillage(browser)).toContain(`${applicant[0]}＊${applicant.at(-1)}`)
    for (const personal of [applicant, number, '13900000000', '肺心病', '苇子村 12 号']) expect(await readInVillage(browser), personal).not.toContain(personal)

    await village.goto(`/applications/${other}`)
    await steps(village).getByRole('button', { name: '收到异议' }).click()
    await village.getByLabel('异议内容').fill('他家在县城有铺面')
    await village.getByRole('button', { name: '确定：收到异议' }).click()
    await taken(village, '收到异议')
    await expect(village.getByText('异议核查').first()).toBeVisible()
    await township.reload()
    await expect(township.getByText('公示中').first()).toBeVisible()
  })

  await test.step('before seven days are over nobody goes on', async () => {
    daysGoBy(7)
    const deputy = await at(browser, 'deputy', path, troubles)
    await expect(steps(deputy)).toContainText('您这里没有要办的')
    await deputy.context().close()
  })

  await test.step('on the eighth day the notice is taken down by itself; the deputy reviews, the neighbour waits', async () => {
    daysGoBy(1)
    const deputy = await at(browser, 'deputy', path, troubles)
    await expect(async () => {
      await deputy.reload()
      await expect(steps(deputy).getByRole('button', { name: '乡镇审核', exact: true })).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
    expect(await readInVillage(browser)).not.toContain(`${applicant[0]}＊${applicant.at(-1)}`)
    expect(await (await Clerk.as('township')).tries(`${address}/review`, { note: null })).toMatch(/^403/)
    await expect(deputy.getByText(number)).toHaveCount(0)
    await take(deputy, '乡镇审核')
    await taken(deputy, '乡镇审核')
    await expect(steps(deputy).getByRole('button', { name: '确认', exact: true })).toHaveCount(0)
    await deputy.goto(`/applications/${other}`)
    await expect(deputy.getByText('异议核查').first()).toBeVisible()
    await expect(steps(deputy).getByRole('button', { name: '乡镇审核', exact: true })).toHaveCount(0)
    await deputy.context().close()
  })

  await test.step('the township’s leader has not been asked to confirm; the district confirms', async () => {
    expect(await (await Clerk.as('mayor')).tries(`${address}/confirmation`, {})).toMatch(/^4\d\d/)
    const district = await at(browser, 'district', path, troubles)
    await take(district, '确认')
    await expect(district.getByRole('alert')).toContainText('确认为“最低生活保障”，2 人')
    await district.getByRole('button', { name: '是，确认', exact: true }).click()
    await taken(district, '确认')
    await expect(district.getByRole('region', { name: '公示、异议和决定' })).toContainText('已确认：最低生活保障')
    await expectAccessible(district)
    const pdf = readFileSync(await saved(district, '决定书：PDF'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)
    const words = textOf(await saved(district, '决定书：Word'), /word\/document\.xml/)
    expect(words).toContain(applicant)
    expect(words).toContain('最低生活保障')
    expect(words).not.toContain(number)
    await district.context().close()
  })

  await test.step('the village serves the decision', async () => {
    await village.context().close()
    const again = await at(browser, 'village', path, troubles)
    await steps(again).getByRole('button', { name: '送达决定' }).click()
    await again.getByLabel('送达日期').fill(programsToday())
    await again.getByRole('button', { name: '确定：送达决定' }).click()
    await taken(again, '送达决定')
    await again.context().close()
  })

  await test.step('the family stands in the register; the leader looks and can do nothing', async () => {
    const leader = await at(browser, 'leader', `/standings?text=${encodeURIComponent(applicant)}`, troubles)
    await leader.getByRole('grid', { name: '在册家庭' }).getByText(applicant).click()
    await expect(leader.getByRole('heading', { level: 1, name: applicant })).toBeVisible()
    await expect(leader.getByRole('button', { name: '开展复核' })).toHaveCount(0)
    await expect(leader.getByRole('button', { name: '推迟复核' })).toHaveCount(0)
    await expect(leader.getByText(number)).toHaveCount(0)
    await expectAccessible(leader)
    await leader.goto(path)
    await expect(steps(leader)).toContainText('这份申请已经办结')
    expect(await offers(leader)).toEqual([])
    await expect(leader.getByText('肺心病')).toHaveCount(0)
    await expect(leader.getByText(number)).toHaveCount(0)
    await leader.context().close()
  })

  expect(troubles).toEqual([])
})
