import type { components } from '../src/shared/schema'

type FamilyProgress = components['schemas']['FamilyProgress']

const STEPS = [
  'register', 'askPapers', 'papersIn', 'accept', 'authorise', 'askCheck', 'startCheck', 'answerCheck', 'tellCheck', 'visit', 'propose', 'publish', 'object', 'assess', 'settle', 'closeNotice', 'review',
  'districtVisit', 'confirm', 'serve',
]
const LOOKS = ['case.read', 'case.paper', 'household.read']
const REASONS = [
  '共同生活的家庭成员人均月收入 300 元低于当地低保标准 770 元', '家庭财产状况符合当地规定', '申请人户籍在本县（区）', '家庭成员均已签署核查授权', '入户调查与信息核对的情况一致', '没有拒绝就业的情形', '赡养、抚养、扶养义务人的给付已经计入收入', '生产经营净收入按规定扣减了成本',
]

/** A case with everything that the longest procedure brings, as the server would tell it; for the layout alone. */
export const FULLEST: FamilyProgress = {
  number: '650107200-2026-000999', appliedFor: 'dibao', state: 'confirmed', registeredOn: '2026-01-05', today: '2026-04-01',
  done: STEPS.map((step, index) => ({ step, day: `2026-0${1 + Math.floor(index / 8)}-${String(1 + (index % 8) * 3).padStart(2, '0')}`, unit: step === 'closeNotice' ? '' : '达坂城区居民家庭经济状况核对中心' })),
  now: { holder: 'nobody', office: '东沟乡人民政府', post: '', phone: '0991-0000000' },
  limits: ['deadline.a', 'deadline.b'].map((_, index) => ({ name: ['不予确认告知时限', '特殊情况低保全流程时限'][index] ?? '', basis: '民发〔2021〕57号 第二十二条', due: '2026-04-20', provisional: false, late: index === 0 })),
  can: [
    { what: 'tellChanges', basis: '社会救助暂行办法 第十三条', until: null, office: '东沟乡人民政府' },
    { what: 'reconsider', basis: '社会救助暂行办法 第六十五条；行政复议法 第二十条', until: '2026-05-20', office: '达坂城区人民政府' },
    { what: 'sue', basis: '社会救助暂行办法 第六十五条；行政诉讼法 第四十六条', until: '2026-09-21', office: '' },
    { what: 'applyAgain', basis: '民发〔2021〕57号 第四条', until: null, office: '东沟乡人民政府' },
    { what: 'temporaryAid', basis: '社会救助暂行办法 第四十七条', until: null, office: '东沟乡人民政府' },
    { what: 'complain', basis: '民发〔2021〕57号 第三十七条', until: null, office: '达坂城区民政局' },
  ],
  notice: null,
  decision: {
    confirmed: true, category: 'dibao', persons: 4, monthlyFen: 188_000, paidFrom: '2026-04-01', validUntil: null, decidedOn: '2026-03-19', servedOn: '2026-03-21', heldBack: true,
    reasons: REASONS.map((reason) => `${reason}（最低生活保障审核确认办法 第八条、第十三条）`),
  },
  recheck: null,
  looks: LOOKS.flatMap((what) => ['东沟乡人民政府', '达坂城区民政局', '苇子村村民委员会'].map((unit) => ({ unit, what, whatTitle: what, first: '2026-01-05', last: '2026-03-21', times: 12 }))),
  moreLooks: 5,
}
