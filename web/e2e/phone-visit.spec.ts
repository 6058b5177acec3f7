import { expect, test, type Page } from '@playwright/test'
import { handOutWhereMissing } from './handed-out'
import { acceptedCase, Clerk } from './office'
import { expectAccessible, fresh, signIn, watchTroubles } from './support'

const PIN = '271828'
const PASSWORD = process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

/** Letters that make a name nobody else has. */
const name = () => `测试${[...fresh()].slice(-4).map((letter) => String.fromCharCode(0x4e00 + letter.charCodeAt(0) * 7)).join('')}`

async function firstStart(page: Page) {
  await page.goto('/m.html')
  await page.getByLabel('用户名').fill('village')
  await page.getByLabel('密码').fill(PASSWORD)
  await expectAccessible(page)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '设置 PIN' })).toBeVisible()
  await page.getByLabel('PIN', { exact: true }).fill('123456')
  await page.getByLabel('再输一遍 PIN').fill('123456')
  await page.getByRole('button', { name: '设好，继续' }).click()
  await expect(page.getByRole('alert')).toContainText('不能是连号')
  await expectAccessible(page)
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByLabel('再输一遍 PIN').fill(PIN)
  await page.getByRole('button', { name: '设好，继续' }).click()
  await expect(page.getByRole('heading', { name: '入户任务' })).toBeVisible()
}

async function download(page: Page, ...families: string[]) {
  for (const family of families) await page.getByRole('checkbox', { name: new RegExp(`^${family}`) }).check()
  await page.getByLabel('下载这些资料做什么用').selectOption({ label: '入户调查' })
  await page.getByRole('button', { name: /下载 \d+ 户到本机/ }).click()
  await expect(page.getByRole('status')).toContainText(`已下载 ${families.length} 户`)
}

async function openByPin(page: Page) {
  await expect(page.getByRole('heading', { name: '请输入 PIN' })).toBeVisible()
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByRole('heading', { name: '请输入 PIN' })).toHaveCount(0)
}

const go = (page: Page) => page.getByRole('button', { name: '保存并继续' }).click()
const heading = (page: Page, title: string) => expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

/** Writes with a finger. */
async function draw(page: Page) {
  const box = (await page.locator('canvas').boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (let step = 0; step < 12; step++) await page.mouse.move(box.x + 40 + step * 18, box.y + 60 + (step % 3) * 30)
  await page.mouse.up()
}

/** Everything that lies in the browser's stores, as text; bytes too. */
function lying(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const text = (value: unknown): string => JSON.stringify(value, (_key, one: unknown) => (one instanceof ArrayBuffer || ArrayBuffer.isView(one) ? new TextDecoder().decode(one as ArrayBuffer) : one)) ?? ''
    let all = text([{ ...localStorage }, { ...sessionStorage }])
    for (const { name } of await indexedDB.databases()) {
      const base = await new Promise<IDBDatabase>((done) => { const asked = indexedDB.open(name!); asked.onsuccess = () => done(asked.result) })
      for (const store of base.objectStoreNames) {
        all += store + await new Promise<string>((done) => { const asked = base.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(text(asked.result)) })
      }
      base.close()
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key)
      for (const request of await cache.keys()) all += request.url + await (await cache.match(request))!.clone().text()
    }
    return all
  })
}

test('a village worker visits a family without network, and the desk has the visit afterwards', async ({ page, context, browser }) => {
  test.slow()
  const troubles = watchTroubles(page)
  const [applicant, other] = [name(), `另户${name()}`]
  const id = await acceptedCase(applicant)
  await handOutWhereMissing(context, { application: id, applicant }, { application: await acceptedCase(other), applicant: other })

  await firstStart(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: /下载 0 户/ }).click()
  await expect(page.getByRole('alert')).toContainText('请先勾选要去的家庭')
  await download(page, applicant, other)
  await expectAccessible(page)
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active))
  await expect.poll(() => page.evaluate(() => caches.keys().then((keys) => keys.length))).toBeGreaterThan(0)

  await context.setOffline(true)
  await test.step('reloads without network', async () => {
    await page.reload()
    await expectAccessible(page)
    await page.getByLabel('PIN', { exact: true }).fill('999998')
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('还可以试 4 次')
    await openByPin(page)
    await expect(page.getByText('现在没有网络')).toBeVisible()
  })

  await test.step('fills the visit', async () => {
    await page.getByRole('link', { name: new RegExp(`^${applicant}`) }).click()
    await page.getByRole('button', { name: '开始入户' }).click()
    await expect(page.getByText('还不能填').first()).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/phone-family.png', fullPage: true })
    await page.getByRole('link', { name: /家庭与住处/ }).click()
    await go(page)
    await expect(page.getByRole('alert')).toContainText('请填写“户籍类别”')
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/phone-error.png' })
    await page.getByRole('alert').getByRole('link', { name: /现住址/ }).click()
    await expect(page.getByLabel('现住址')).toBeFocused()
    await page.getByLabel('现住址').fill('苇子村 12 号')
    await page.getByLabel('户籍类别').selectOption({ label: '农村' })
    await go(page)
    await heading(page, '农户的生产生活条件（上报防返贫系统）')
    await go(page)
    await heading(page, '家庭成员')
    await page.getByLabel('与申请人关系').selectOption({ label: '申请人' })
    await page.getByLabel('出生日期').fill('1988-05-01')
    await go(page)
    await heading(page, '健康、残疾与照料')
    await page.getByRole('group', { name: '患当地规定的重特大疾病' }).getByText('是', { exact: true }).click()
    await page.getByLabel('病种').fill('肺心病')
    await go(page)
    await heading(page, '上学与劳动')
    await go(page)
    await heading(page, '收入与必要支出')
    await page.getByRole('button', { name: '添加收入' }).click()
    await page.getByRole('group', { name: '收入' }).getByLabel('项目').selectOption({ label: '工资' })
    await page.getByRole('group', { name: '收入' }).getByLabel('每月（元）').fill('约六百')
    await go(page)
    await expect(page.getByRole('alert')).toContainText('没有就填 0')
    await page.getByRole('group', { name: '收入' }).getByLabel('每月（元）').fill('600')
    await go(page)
    await heading(page, '义务人')
    await go(page)
  })

  await test.step('is closed and opened again without network, with everything still there', async () => {
    await page.close()
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.goto('/m/')
    await openByPin(page)
    await page.getByRole('link', { name: new RegExp(`^${applicant}`) }).click()
    await page.getByRole('link', { name: /收入与必要支出/ }).click()
    await expect(page.getByLabel('每月（元）')).toHaveValue('600')
    await go(page)
    await heading(page, '家庭财产')
    await go(page)
    await heading(page, '困难与风险')
    await go(page)
  })

  await test.step('place, photo, authorisation and signatures', async () => {
    await heading(page, '时间和地点')
    await go(page)
    await expect(page.getByRole('alert')).toContainText('请记下位置或者写明地点')
    await page.getByRole('button', { name: '就在家里：苇子村 12 号' }).click()
    await expectAccessible(page)
    await go(page)
    await heading(page, '现场照片')
    await page.getByLabel('拍照或选照片').setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: await picture(page) })
    await page.getByLabel('照片 1 说明').fill('门牌')
    await expect(page.getByText('已有 1 张')).toBeVisible()
    await expectAccessible(page)
    await go(page)
    await heading(page, '核查授权')
    await page.getByRole('checkbox', { name: applicant }).check()
    await expectAccessible(page)
    await go(page)
    await heading(page, '家庭成员签字')
    await go(page)
    await expect(page.getByRole('alert')).toContainText('请在签字板上签字')
    await draw(page)
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/phone-sign.png' })
    await go(page)
    await heading(page, '调查人员一签字')
    await draw(page)
    await go(page)
    await heading(page, '调查人员二签字')
    await page.getByLabel('姓名').fill('示范乙')
    await page.getByRole('button', { name: '不方便手写' }).click()
    await page.getByRole('checkbox', { name: /本人看过/ }).check()
    await expectAccessible(page)
    await go(page)
  })

  await test.step('checks and sends', async () => {
    await heading(page, '核对并提交')
    await expect(page.getByText('肺心病')).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/phone-check.png', fullPage: true })
    await page.getByRole('link', { name: /更改.*时间和地点/ }).click()
    await heading(page, '时间和地点')
    await go(page)
    await heading(page, '核对并提交')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('请向家里人念过后打勾')
    await page.getByRole('checkbox', { name: /已向家里人念过/ }).check()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await heading(page, '发送情况')
    await expect(page.getByRole('main').getByText('待发送').first()).toBeVisible()
    await expectAccessible(page)
  })

  const left = await lying(page)
  for (const personal of [applicant, other, '苇子村', '肺心病', '13900000000', '示范乙']) expect(left.includes(personal), personal).toBe(false)
  expect(left.includes('yimen.language')).toBe(true)

  await context.setOffline(false)
  await expect(page.getByText('已送达')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('授权没有登记上')).toHaveCount(0)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/phone-sent.png', fullPage: true })
  const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map((request) => request.url)))).flat())
  expect(kept.length).toBeGreaterThan(4)
  expect(kept.filter((url) => url.includes('/api/'))).toEqual([])

  await test.step('the next visit begins empty', async () => {
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('link', { name: new RegExp(`^${other}`) }).click()
    await page.getByRole('button', { name: '开始入户' }).click()
    await page.getByRole('link', { name: /家庭与住处/ }).click()
    await expect(page.getByLabel('现住址')).toHaveValue('')
    await page.goto('/m/')
    await openByPin(page)
    await page.getByRole('link', { name: new RegExp(`^${other}`) }).click()
    await page.getByRole('link', { name: /健康、残疾与照料/ }).click()
    await expect(page.getByRole('group', { name: '患当地规定的重特大疾病' }).getByRole('radio', { checked: true })).toHaveCount(0)
  })

  const desk = await (await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' })).newPage()
  await signIn(desk, 'township', `/applications/${id}`)
  await expect(desk.getByRole('region', { name: '调查情况' })).toContainText('肺心病')
  await expect(desk.getByRole('region', { name: '调查情况' })).toContainText('示范乙')
  const { records } = await (await Clerk.as('township')).get<{ records: { visits: unknown[] } }>(`/api/v1/applications/${id}`)
  expect(records.visits).toHaveLength(1)
  expect(troubles).toEqual([])
})

test('axe finds nothing from right to left', async ({ page, context }) => {
  const applicant = name()
  await handOutWhereMissing(context, { application: await acceptedCase(applicant), applicant })
  await firstStart(page)
  await download(page, applicant)
  await page.getByRole('link', { name: '更多（语言、锁定、清空本机）' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'ئۇيغۇرچە' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectAccessible(page)
  await page.goBack()
  await expectAccessible(page)
  await page.getByRole('link', { name: new RegExp(`^${applicant}`) }).click()
  await page.locator('.f-main').click()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/phone-ug.png', fullPage: true })
  await page.locator('a.f-item').first().click()
  await expectAccessible(page)
  await page.reload()
  await expectAccessible(page)
})

/** A picture as a phone takes it: larger than is sent. */
async function picture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const paper = canvas.getContext('2d')!
    paper.fillStyle = '#357'
    paper.fillRect(0, 0, 2400, 1800)
    paper.fillStyle = '#fd5'
    paper.fillRect(600, 500, 1200, 700)
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'))
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  return Buffer.from(bytes)
}
