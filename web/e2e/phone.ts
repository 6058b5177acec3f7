import { expect, type Page } from '@playwright/test'
import { expectAccessible, type Role } from './support'

/** A village worker's phone: the page as a phone shows it. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const PIN = '271828'
const PASSWORD = process.env['YIMEN_DEMO_PASSWORD'] ?? 'yimen-demo'

/** Signs in for the first time and chooses a PIN. */
export async function firstStart(page: Page, role: Role = 'village') {
  await page.goto('/m.html')
  await page.getByLabel('用户名').fill(role)
  await page.getByLabel('密码').fill(PASSWORD)
  await expectAccessible(page)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '设置 PIN' })).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByLabel('再输一遍 PIN').fill(PIN)
  await page.getByRole('button', { name: '设好，继续' }).click()
  await expect(page.getByRole('heading', { name: '入户任务' })).toBeVisible()
}

export async function download(page: Page, ...families: string[]) {
  for (const family of families) await page.getByRole('checkbox', { name: new RegExp(`^${family}`) }).check()
  await page.getByLabel('下载这些资料做什么用').selectOption({ label: '入户调查' })
  await page.getByRole('button', { name: /下载 \d+ 户到本机/ }).click()
  await expect(page.getByRole('status')).toContainText(`已下载 ${families.length} 户`)
}

export async function openByPin(page: Page) {
  await expect(page.getByRole('heading', { name: '请输入 PIN' })).toBeVisible()
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByRole('heading', { name: '请输入 PIN' })).toHaveCount(0)
}

/** Until the page can be opened without network. */
export async function isKept(page: Page) {
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active))
  await expect.poll(() => page.evaluate(() => caches.keys().then((keys) => keys.length))).toBeGreaterThan(0)
}

export const go = (page: Page) => page.getByRole('button', { name: '保存并继续' }).click()
export const heading = (page: Page, title: string) => expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

/** Writes with a finger. */
export async function draw(page: Page) {
  const canvas = page.locator('canvas')
  await canvas.scrollIntoViewIfNeeded()
  const box = (await canvas.boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  for (let step = 0; step < 12; step++) await page.mouse.move(box.x + 40 + step * 18, box.y + 60 + (step % 3) * 30)
  await page.mouse.up()
}

/** Everything that lies in the browser's stores, as text; bytes too. */
export function lying(page: Page): Promise<string> {
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

/** A picture as a phone takes it: larger than is sent. */
export async function picture(page: Page): Promise<Buffer> {
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
