import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { handOut, type Household } from './handed-out'
import { acceptedCase } from './office'
import { fresh, inventedNumber } from './support'

/**
 * How much a village worker taps and types for one family, when nothing is known of it and when all of it is. What the
 * phone downloads is given by this test, so that both visits differ in nothing else; everything else is the program's.
 */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

class Finger {
  taps = 0
  keys = 0

  async tap(what: Locator) {
    this.taps++
    await what.click()
  }

  async type(what: Locator, text: string) {
    await this.tap(what)
    this.keys += text.length
    await what.pressSequentially(text)
  }

  /** Opens the phone's list and takes one. */
  async pick(what: Locator, label: string) {
    this.taps += 2
    await what.selectOption({ label })
  }

  /** Eight digits of the phone's own date field. */
  async date(what: Locator, day: string) {
    this.taps++
    this.keys += 8
    await what.fill(day)
  }
}

type Step = (finger: Finger, page: Page) => Promise<void>
const text = (label: string, value: string): Step => (finger, page) => finger.type(page.getByLabel(label).first(), value)
const pick = (label: string, value: string): Step => (finger, page) => finger.pick(page.getByLabel(label).first(), value)
const date = (label: string, value: string): Step => (finger, page) => finger.date(page.getByLabel(label).first(), value)
const answer = (group: string, word: string): Step => (finger, page) => finger.tap(page.getByRole('group', { name: group }).getByText(word, { exact: true }))
const press = (name: string): Step => (finger, page) => finger.tap(page.getByRole('button', { name }))

/** A family of three with one illness, one wage and some land. */
const GIVEN: Record<string, Step[]> = {
  home: [pick('户籍类别', '农村'), text('现住址', '苇子村12号'), text('联系电话', '13900000000'), answer('是农户', '是')],
  'm1/members': [date('出生日期', '1984-03-02'), pick('性别', '男'), text('公民身份号码', inventedNumber('19840302', 11)), pick('婚姻状况', '已婚')],
  'm1/health': [pick('健康状况', '患有大病'), answer('患当地规定的重特大疾病', '是'), text('病种', '肺心病')],
  'm1/schooling': [pick('在读', '不在读'), pick('劳动能力', '弱劳动力'), pick('就业状况', '未就业'), pick('参加基本医疗保险', '城乡居民')],
  'm1/income': [press('添加刚性支出'), pick('类别', '医疗'), text('金额（元）', '8600')],
  'm2/members': [text('姓名', '示范乙'), pick('与申请人关系', '配偶'), date('出生日期', '1986-07-15'), pick('性别', '女'), text('公民身份号码', inventedNumber('19860715', 22)), pick('婚姻状况', '已婚')],
  'm2/health': [pick('健康状况', '健康')],
  'm2/schooling': [pick('在读', '不在读'), pick('劳动能力', '普通劳动力'), pick('就业状况', '就业'), pick('务工地点', '乡镇内'), pick('参加基本医疗保险', '城乡居民')],
  'm2/income': [press('添加收入'), pick('项目', '工资'), text('每月（元）', '1200')],
  'm3/members': [text('姓名', '示范丙'), pick('与申请人关系', '儿子'), date('出生日期', '2014-09-01'), pick('性别', '男'), text('公民身份号码', inventedNumber('20140901', 33)), text('一起生活的月数', '140')],
  'm3/health': [pick('健康状况', '健康')],
  'm3/schooling': [pick('在读', '义务教育'), text('学校', '示范小学'), pick('参加基本医疗保险', '城乡居民')],
  property: [text('耕地（亩）', '6')],
  risks: [answer('面临的风险', '因病')],
}

/** What is known of the family, and what was sent in the end. */
async function give(context: BrowserContext, application: number, applicant: string, household: Household): Promise<{ sent: () => Household }> {
  let sent: Household | undefined
  await handOut(context, [{ application, applicant, household }])
  await context.route('**/attachments/*', (route) => route.fulfill({ json: {} }))
  await context.route('**/authorisations', (route) => route.fulfill({ status: 204 }))
  await context.route('**/api/v1/applications/*/visits', (route) => {
    sent = (route.request().postDataJSON() as { household: Household }).household
    return route.fulfill({ json: {} })
  })
  return { sent: () => sent! }
}

async function begin(page: Page, applicant: string) {
  await page.goto('/m/')
  await page.getByLabel('用户名').fill('village')
  await page.getByLabel('密码').fill(process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('PIN', { exact: true }).fill('271828')
  await page.getByLabel('再输一遍 PIN').fill('271828')
  await page.getByRole('button', { name: '设好，继续' }).click()
  await page.getByRole('checkbox', { name: new RegExp(`^${applicant}`) }).check()
  await page.getByLabel('下载这些资料做什么用').selectOption({ label: '入户调查' })
  await page.getByRole('button', { name: '下载 1 户到本机' }).click()
}

const key = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split('/').slice(4).join('/'))

/** From “开始入户” to “提交”. */
async function visit(page: Page, applicant: string, newcomers: number): Promise<Finger> {
  const finger = new Finger()
  const go = async () => {
    const here = page.url()
    await finger.tap(page.getByRole('button', { name: '保存并继续' }))
    await expect.poll(() => page.url()).not.toBe(here)
  }
  const fill = async () => {
    for (const step of GIVEN[key(page)] ?? []) await step(finger, page)
  }
  await finger.tap(page.getByRole('link', { name: new RegExp(`^${applicant}`) }))
  await finger.tap(page.getByRole('button', { name: '开始入户' }))
  for (let one = 0; one < newcomers; one++) {
    await finger.tap(page.getByRole('button', { name: '添加成员' }))
    await expect(page.getByLabel('姓名')).toBeVisible()
    await fill()
    await go()
    await finger.tap(page.getByRole('button', { name: '返回' }))
  }
  await finger.tap(page.getByRole('link', { name: /家庭与住处/ }))
  await expect(page.getByLabel('户籍类别')).toBeVisible()
  while (key(page) !== 'check') {
    const here = key(page)
    const unchanged = page.getByRole('button', { name: '没有变化，确认' })
    if (here === 'place') await finger.tap(page.getByRole('button', { name: /^就在家里/ }))
    else if (here === 'photos') await finger.tap(page.getByRole('button', { name: '没有照片，继续' }))
    else if (here === 'authorise') for (const box of await page.getByRole('checkbox').all()) await finger.tap(box)
    else if (here.startsWith('sign-')) await sign(finger, page, here)
    else if ((await unchanged.count()) > 0) await finger.tap(unchanged)
    else await fill()
    if (key(page) === here) await page.getByRole('button', { name: '保存并继续' }).isVisible({ timeout: 100 }).then((there) => (there && here !== 'photos' ? tapOn(finger, page, here) : undefined))
    await expect.poll(() => key(page)).not.toBe(here)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await finger.tap(page.getByRole('checkbox', { name: /已向家里人念过/ }))
  await finger.tap(page.getByRole('button', { name: '提交', exact: true }))
  return finger
}

async function tapOn(finger: Finger, page: Page, here: string) {
  // A confirmation may be on its way to the next page.
  await page.waitForTimeout(300)
  if (key(page) === here) await finger.tap(page.getByRole('button', { name: '保存并继续' }))
}

async function sign(finger: Finger, page: Page, here: string) {
  if (here === 'sign-second') await finger.type(page.getByLabel('姓名'), '示范员')
  finger.taps++
  const box = (await page.locator('canvas').boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 8 })
  await page.mouse.up()
}

test('a family of which all is known takes a third of the taps and hardly a key', async ({ browser }) => {
  test.setTimeout(240_000)
  const applicant = `示范${[...fresh()].slice(-3).map((letter) => String.fromCharCode(0x4e00 + letter.charCodeAt(0) * 7)).join('')}`
  const application = await acceptedCase(applicant)
  const counted: Finger[] = []
  let household: Household = { members: [{ id: 'm1', name: applicant, relation: 'applicant' }] }
  for (const newcomers of [2, 0]) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Urumqi' })
    const { sent } = await give(context, application, applicant, household)
    const page = await context.newPage()
    await begin(page, applicant)
    counted.push(await visit(page, applicant, newcomers))
    await expect(page.getByText('已送达')).toBeVisible()
    if (newcomers === 0) expect(sent()).toEqual(household)
    household = sent()
    await context.close()
  }
  const [empty, known] = counted as [Finger, Finger]
  console.log(`empty: ${empty.taps} taps, ${empty.keys} keys; known: ${known.taps} taps, ${known.keys} keys`)
  expect(known.taps).toBeLessThan(empty.taps / 2)
  expect(known.keys).toBeLessThan(10)
})

test('who was signed out while visits wait is asked to sign in, and loses nothing', async ({ page, context }) => {
  test.slow()
  const applicant = '示范丁'
  const application = await acceptedCase(applicant)
  const { sent } = await give(context, application, applicant, { residence: 'rural', address: '苇子村12号', members: [{ id: 'm1', name: applicant, relation: 'applicant', birthDate: '1984-03-02' }] })
  await begin(page, applicant)
  await context.clearCookies()
  await visit(page, applicant, 0)
  await expect(page.getByText('登录已过期，有 1 份入户等着发送').first()).toBeVisible()
  expect(sent()).toBeUndefined()
  await page.getByRole('main').getByRole('link', { name: '登录' }).first().click()
  await page.getByLabel('用户名').fill('township')
  await page.getByLabel('密码').fill(process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没有让您登录')
  await page.getByLabel('用户名').fill('village')
  await page.getByLabel('密码').fill(process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByText('已送达')).toBeVisible({ timeout: 40_000 })
  expect(sent()).toMatchObject({ address: '苇子村12号' })
})
