// OBX: one answer of a form, or one piece of a document.

import { component, type Cell } from '../../engine/cell.ts'
import { asSent } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { because, fieldsOf, type Datatype, type Table } from '../../engine/row.ts'
import { text } from '../../engine/text.ts'
import { dateTime } from '../../engine/time.ts'

export interface Answer {
  readonly valueType?: string
  /** The question: OBX-3 as a CodeableConcept. */
  readonly question?: { readonly coding?: readonly { readonly code: string }[]; readonly text?: string }
  readonly part?: string
  /** The value's components, unescaped, of each repetition. */
  readonly values?: readonly (readonly string[])[]
  readonly status?: string
  readonly at?: string
}

/** OBX-5 may be of any type; which one, OBX-2 says, often wrongly. So its components are kept as they are. */
const anything: Datatype = {
  name: 'the type of OBX-2',
  parse(cell: Cell) {
    const components = cell.map((_, index) =>
      cell[index]?.length === 1 ? component(cell, index + 1) : (cell[index]?.join(' ') ?? ''),
    )
    return { value: components }
  },
}

export const obxTable: Table = {
  id: 'OBX → an answer',
  source: 'OBX',
  fields: fieldsOf('OBX', 25),
  draft: 'form',
  type: 'Form',
  each: 'answer',
  rows: [
    { from: 'OBX-2', to: 'valueType', as: text, direction: '→' },
    { from: 'OBX-3', to: 'question', as: asSent, direction: '→' },
    { from: 'OBX-4', to: 'part', as: text, direction: '→' },
    { from: 'OBX-5', to: 'values', as: anything, direction: '→', many: true },
    { from: 'OBX-11', to: 'status', as: text, direction: '→' },
    { from: 'OBX-14', to: 'at', as: dateTime, direction: '→' },
  ],
  ignored: {
    ...because('a set number says nothing about the answer', 'OBX-1'),
    ...because(
      'units, ranges and flags belong to measurements',
      'OBX-6',
      'OBX-7',
      'OBX-8',
      'OBX-9',
      'OBX-10',
      'OBX-12',
      'OBX-13',
    ),
    ...because('who answered stands in the form', 'OBX-15', 'OBX-16', 'OBX-17', 'OBX-18', 'OBX-19', 'OBX-20', 'OBX-21', 'OBX-22'),
    ...because('who answered stands in the form', 'OBX-23', 'OBX-24', 'OBX-25'),
  },
}

export const obx = compile(obxTable)
