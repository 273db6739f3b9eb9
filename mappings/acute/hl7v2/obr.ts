// OBR: which form was filled in, under which number, and when.

import { asSent } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { numberOf } from '../../engine/identifiers.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { dateTime } from '../../engine/time.ts'

const numbers = (first: number, last: number): string[] => fieldsOf('OBR', last).slice(first - 1)

export const obrTable: Table = {
  id: 'OBR → the form',
  source: 'OBR',
  fields: fieldsOf('OBR', 49),
  draft: 'form',
  type: 'Form',
  rows: [
    { from: ['OBR-3', 'OBR-2'], to: 'identifier', as: numberOf('form', 2), direction: '→' },
    { from: 'OBR-4', to: 'code', as: asSent, direction: '→' },
    { from: ['OBR-7', 'OBR-22'], to: 'authored', as: dateTime, direction: '→' },
  ],
  ignored: {
    ...because('a set number says nothing about the form', 'OBR-1'),
    ...because('about specimens, orders and charges; a form has none', ...numbers(5, 6), ...numbers(8, 21), ...numbers(23, 49)),
  },
}

export const obr = compile(obrTable)
