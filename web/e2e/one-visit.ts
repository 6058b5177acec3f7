import type { Page } from '@playwright/test'
import { draw, go, heading, picture } from './phone'
import { expectAccessible } from './support'

/** The pages after the members' own and the property, on which nothing is filled for this family. */
const REST = ['困难与风险', '防止返贫监测（上报防返贫系统）']

/** Pages on which nothing is filled. */
export async function pass(page: Page, ...titles: string[]) {
  for (const title of titles) {
    await heading(page, title)
    await go(page)
  }
}

/** A page on which the family has none of what is asked. */
export async function none(page: Page, title: string, ...words: string[]) {
  await heading(page, title)
  for (const word of words) await page.getByRole('checkbox', { name: word }).check()
  await go(page)
}

export async function noProperty(page: Page) {
  await none(page, '家庭财产', '没有这些财产')
  await pass(page, ...REST)
}

export async function fillHome(page: Page) {
  await page.getByLabel('户籍类别').selectOption({ label: '农村' })
  await page.getByLabel('现住址').fill('苇子村 12 号')
  await go(page)
  await pass(page, '农户的生产生活条件（上报防返贫系统）')
}

/** A woman who is ill, up to her income. */
export async function fillApplicant(page: Page, number?: string) {
  await heading(page, '家庭成员')
  await page.getByLabel('与申请人关系').selectOption({ label: '申请人' })
  await page.getByLabel('出生日期').fill('1988-05-01')
  if (number !== undefined) await page.getByLabel('公民身份号码').fill(number)
  await go(page)
  await heading(page, '健康、残疾与照料')
  await page.getByRole('group', { name: '患当地规定的重特大疾病' }).getByText('是', { exact: true }).click()
  await page.getByLabel('病种').fill('肺心病')
  await page.getByRole('checkbox', { name: '没有残疾' }).check()
  await go(page)
  await pass(page, '上学与劳动')
}

export async function addWage(page: Page, monthly: string) {
  await heading(page, '收入与必要支出')
  await page.getByRole('button', { name: '添加收入' }).click()
  await page.getByRole('group', { name: '收入' }).getByLabel('项目').selectOption({ label: '工资' })
  await page.getByRole('group', { name: '收入' }).getByLabel('每月（元）').fill(monthly)
  await go(page)
}

export async function takePhoto(page: Page) {
  await heading(page, '现场照片')
  await page.getByLabel('拍照或选照片').setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: await picture(page) })
  await page.getByLabel('照片 1 说明').fill('门牌')
}

export async function sign(page: Page, whose: string, name?: string) {
  await heading(page, whose)
  if (name !== undefined) await page.getByLabel('姓名').fill(name)
  await draw(page)
  await go(page)
}

/** Fills the form on the phone, without network: a woman who is ill and earns 600, and her son. */
export async function fillVisit(page: Page, number: string) {
  await page.getByRole('button', { name: '开始入户' }).click()
  await page.getByRole('link', { name: /家庭与住处/ }).click()
  await fillHome(page)
  await fillApplicant(page, number)
  await addWage(page, '600')
  await none(page, '义务人', '没有这样的义务人')
  await noProperty(page)
  await heading(page, '时间和地点')
}

/** A newcomer whom the office didn't know of. */
export async function addSon(page: Page, name: string) {
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '添加成员' }).click()
  await heading(page, '家庭成员')
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('与申请人关系').selectOption({ label: '儿子' })
  await page.getByLabel('出生日期').fill('2015-09-01')
  await go(page)
  await heading(page, '健康、残疾与照料')
  await page.getByRole('group', { name: '患当地规定的重特大疾病' }).getByText('否', { exact: true }).click()
  await none(page, '健康、残疾与照料', '没有残疾')
  await pass(page, '上学与劳动')
  await none(page, '收入与必要支出', '没有收入')
  await none(page, '义务人', '没有这样的义务人')
}

/** Place, a photo, three signatures, the last look. */
export async function finishVisit(page: Page) {
  await heading(page, '时间和地点')
  await page.getByRole('button', { name: '就在家里：苇子村 12 号' }).click()
  await go(page)
  await takePhoto(page)
  await go(page)
  await sign(page, '家庭成员签字')
  await sign(page, '调查人员一签字')
  await sign(page, '调查人员二签字', '示范乙')
  await heading(page, '核对并提交')
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: /已向家里人念过/ }).check()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await heading(page, '发送情况')
}
