// PD1: the person's general practice and general practitioner.

import { compile } from '../../engine/compile.ts'
import { organization, practitioner } from '../../engine/people.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'

export const pd1Table: Table = {
  id: 'PD1 → Patient',
  source: 'PD1',
  fields: fieldsOf('PD1', 21),
  draft: 'patient',
  type: 'Patient',
  rows: [
    { from: 'PD1-3', to: 'generalPractitioner[type=Organization]', as: organization, direction: '⇄' },
    { from: 'PD1-4', to: 'generalPractitioner[type=Practitioner]', as: practitioner, direction: '→' },
  ],
  ignored: {
    ...because('no element of the referral holds it; the form describes how the person lives', 'PD1-1', 'PD1-2', 'PD1-6'),
    ...because('not used in the UK', 'PD1-5', 'PD1-7', 'PD1-8', 'PD1-9', 'PD1-10', 'PD1-11', 'PD1-13', 'PD1-14', 'PD1-15'),
    ...because('not used in the UK', 'PD1-16', 'PD1-17', 'PD1-18', 'PD1-19', 'PD1-20', 'PD1-21'),
    ...because('protection is told by ZU8-4', 'PD1-12'),
  },
}

export const pd1 = compile(pd1Table)
