// ZU1: what ITK's UK segment says about readiness for discharge, as statements from which map.ts makes an Observation.

import { compile } from '../../engine/compile.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { yesNo } from '../../engine/text.ts'
import { dateTime } from '../../engine/time.ts'

const numbers = (first: number, last: number): string[] => fieldsOf('ZU1', last).slice(first - 1)

export const zu1Table: Table = {
  id: 'ZU1 → readiness',
  source: 'ZU1',
  fields: fieldsOf('ZU1', 27),
  draft: 'readiness',
  type: 'Observation',
  rows: [
    { from: 'ZU1-22', to: 'valueBoolean', as: yesNo, direction: '⇄', note: 'medically fit for discharge' },
    { from: 'ZU1-24', to: 'effectiveDateTime', as: dateTime, direction: '⇄', note: 'since when' },
  ],
  ignored: {
    ...because('about the waiting list, the coding of the episode or its payment', ...numbers(1, 18)),
    ...because('not needed to arrange a discharge', ...numbers(19, 21), 'ZU1-23', ...numbers(25, 26)),
    ...because('PID-32 tells the status of the NHS number', 'ZU1-27'),
  },
}

export const zu1 = compile(zu1Table)
