import { Clerk } from './office'
import { programsNow } from './support'

/** A family whose application hangs in its village, through the hands of everybody who has to. */
export interface Published {
  id: number
  number: string
  area: string
  code: string
  secret: string
}

const NOTED = { relativeOf: null, delegate: null, household: null, request: '家里有困难' }

export async function publishedCase(applicant: string): Promise<Published> {
  const village = await Clerk.as('village')
  const township = await Clerk.as('township')
  const checker = await Clerk.as('checker')
  const { areaCode: area } = await village.get<{ areaCode: string }>('/api/v1/session')
  const receipt = await village.post<{ id: number; number: string; progress: { code: string; secret: string } }>('/api/v1/applications', {
    ...NOTED, applicant, area, appliedFor: 'dibao', consent: true, handedIn: 'applicant', phone: '13900000000',
  })
  const at = `/api/v1/applications/${receipt.id}`
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
  await township.post(`${at}/acceptance`, {})
  await village.post(`${at}/authorisations`, { signed: [{ name: applicant, kind: 'member', signedOn: today }] })
  await township.post(`${at}/check`, {})
  await checker.post(`${at}/check/start`, {})
  await checker.post(`${at}/check/report`, { passes: true })
  await village.post(`${at}/visits`, {
    id: crypto.randomUUID(), kind: 'township', visitedAt: programsNow().toISOString(), place: '苇子村', investigators: ['示范甲', '示范乙'], signedBy: applicant, formVersion: 1,
    household: {
      residence: 'rural', address: '苇子村 12 号', phone: '13900000000',
      members: [
        { id: 'a', name: applicant, relation: 'applicant', birthDate: '1988-05-01', sex: 'female', seriousIllness: true, illness: '肺心病', income: [{ kind: 'wage', monthly: 600 }] },
        { id: 'b', name: `${applicant}之子`, relation: 'son', birthDate: '2015-09-01', student: 'compulsory' },
      ],
    },
  })
  await township.post(`${at}/proposal`, {})
  await township.post(`${at}/notice`, {})
  return { id: receipt.id, number: receipt.number, area, ...receipt.progress }
}
