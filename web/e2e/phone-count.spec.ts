import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { newName } from './desk'
import { acceptedCase, Clerk } from './office'
import { download, draw, firstStart, PHONE } from './phone'
import { inventedNumber, type Role } from './support'

/**
 * How much a visitor taps and types for one family, when nothing is known of it and when all of it is: the first visit
 * and a second one, which begins with what the first one found. A village worker isn't shown illnesses and what was paid
 * for them, and asks again.
 */
test.use(PHONE)

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
const none = (word: string): Step => async (finger, page) => {
  const box = page.getByRole('checkbox', { name: word })
  if (!(await box.isChecked())) await finger.tap(box)
}
const press = (name: string): Step => (finger, page) => finger.tap(page.getByRole('button', { name }))

/** A family of three with one illness, one wage and some land. */
const GIVEN: Record<string, Step[]> = {
  home: [pick('户籍类别', '农村'), text('现住址', '苇子村12号'), text('联系电话', '13900000000'), answer('是农户', '是')],
  countryside: [pick('入户路类型', '水泥路'), text('与村主干路距离（公里）', '2'), pick('主要燃料', '煤炭'), answer('通生活用电', '是'), answer('通生产用电', '是'), answer('通广播电视', '是'), answer('加入农民专业合作组织', '否')],
  'm1/members': [date('出生日期', '1984-03-02'), pick('性别', '男'), text('公民身份号码', inventedNumber('19840302', 11)), pick('婚姻状况', '已婚')],
  'm1/health': [pick('健康状况', '患有大病'), answer('患当地规定的重特大疾病', '是'), text('病种', '肺心病'), none('没有残疾')],
  'm1/schooling': [pick('在读', '不在读'), pick('劳动能力', '弱劳动力'), pick('就业状况', '未就业'), pick('参加基本医疗保险', '城乡居民')],
  'm1/income': [none('没有收入'), press('添加刚性支出'), pick('类别', '医疗'), text('金额（元）', '8600')],
  'm2/members': [text('姓名', '示范乙'), pick('与申请人关系', '配偶'), date('出生日期', '1986-07-15'), pick('性别', '女'), text('公民身份号码', inventedNumber('19860715', 22)), pick('婚姻状况', '已婚')],
  'm2/health': [pick('健康状况', '健康'), answer('患当地规定的重特大疾病', '否'), none('没有残疾')],
  'm2/schooling': [pick('在读', '不在读'), pick('劳动能力', '普通劳动力'), pick('就业状况', '就业'), pick('务工地点', '乡镇内'), pick('参加基本医疗保险', '城乡居民')],
  'm2/income': [press('添加收入'), pick('项目', '工资'), text('每月（元）', '1200')],
  'm3/members': [text('姓名', '示范丙'), pick('与申请人关系', '儿子'), date('出生日期', '2014-09-01'), pick('性别', '男'), text('公民身份号码', inventedNumber('20140901', 33)), text('一起生活的月数', '140')],
  'm3/health': [pick('健康状况', '健康'), answer('患当地规定的重特大疾病', '否'), none('没有残疾')],
  'm3/schooling': [pick('在读', '义务教育'), text('学校', '示范小学'), pick('参加基本医疗保险', '城乡居民')],
  'm3/income': [none('没有收入')],
  'm1/obligors': [none('没有这样的义务人')],
  'm2/obligors': [none('没有这样的义务人')],
  'm3/obligors': [none('没有这样的义务人')],
  property: [none('没有这些财产'), text('耕地（亩）', '6')],
  risks: [answer('面临的风险', '因病')],
  watch: [answer('是防止返贫监测对象', '否')],
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
  await drawn(page)
  while (key(page) !== 'check') {
    const here = key(page)
    const leadsOn = page.getByRole('button', { name: /^(没有变化，确认|没有照片，继续)$/ })
    if ((await leadsOn.count()) > 0) {
      await finger.tap(leadsOn)
      await expect.poll(() => key(page)).not.toBe(here)
    } else {
      if (here === 'place') await finger.tap(page.getByRole('button', { name: /^就在家里/ }))
      else if (here === 'authorise') for (const box of await page.getByRole('checkbox').all()) await finger.tap(box)
      else if (here.startsWith('sign-')) await sign(finger, page, here)
      else await fill()
      await go()
    }
    await drawn(page)
  }
  await finger.tap(page.getByRole('checkbox', { name: /已向家里人念过/ }))
  await finger.tap(page.getByRole('button', { name: '提交', exact: true }))
  return finger
}

/** The address changes before the page does. */
const drawn = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

async function sign(finger: Finger, page: Page, here: string) {
  if (here === 'sign-second') await finger.type(page.getByLabel('姓名'), '示范员')
  finger.taps++
  await draw(page)
}

/** A phone of its own with the family on it. */
async function phoneWith(browser: Browser, applicant: string, role: Role = 'village'): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, locale: 'zh-CN', timezoneId: 'Asia/Urumqi' })
  const page = await context.newPage()
  await firstStart(page, role)
  await download(page, applicant)
  return page
}

/** The answers of all visits as the desk has them. */
async function kept(application: number): Promise<unknown[]> {
  const { records } = await (await Clerk.as('township')).get<{ records: { visits: { household: unknown }[] } }>(`/api/v1/applications/${application}`)
  return records.visits.map((one) => one.household)
}

test('a family of which all is known takes a third of the taps and hardly a key', async ({ browser }) => {
  test.setTimeout(300_000)
  const applicant = newName()
  const application = await acceptedCase(applicant)
  const counted: Finger[] = []
  for (const [role, newcomers] of [['township', 2], ['township', 0], ['village', 0]] as const) {
    const page = await phoneWith(browser, applicant, role)
    counted.push(await visit(page, applicant, newcomers))
    await expect(page.getByText('已送达')).toBeVisible({ timeout: 40_000 })
    await page.context().close()
  }
  const answers = await kept(application)
  expect(answers).toHaveLength(3)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  const [empty, known, withheld] = counted as [Finger, Finger, Finger]
  console.log(`empty: ${empty.taps} taps, ${empty.keys} keys; known: ${known.taps}, ${known.keys}; but for illness: ${withheld.taps}, ${withheld.keys}`)
  expect(known.taps).toBeLessThan(empty.taps / 2)
  expect(known.keys).toBeLessThan(10)
  expect(withheld.taps).toBeLessThan(empty.taps)
})

test('who was signed out while visits wait is asked to sign in, and loses nothing', async ({ browser }) => {
  test.setTimeout(240_000)
  const applicant = newName()
  const application = await acceptedCase(applicant)
  const page = await phoneWith(browser, applicant)
  await page.context().clearCookies()
  await visit(page, applicant, 0)
  await expect(page.getByText('登录已过期，有 1 份入户等着发送').first()).toBeVisible()
  expect(await kept(application)).toHaveLength(0)
  await page.getByRole('main').getByRole('link', { name: '登录' }).first().click()
  for (const [user, then] of [['township', page.getByRole('alert').filter({ hasText: '没有让您登录' })], ['village', page.getByText('已送达')]] as const) {
    await page.getByLabel('用户名').fill(user)
    await page.getByLabel('密码').fill(process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(then).toBeVisible({ timeout: 40_000 })
  }
  expect(await kept(application)).toMatchObject([{ address: '苇子村12号' }])
  await page.context().close()
})
