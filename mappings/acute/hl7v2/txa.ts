// TXA: a document's type, number, time and title.

import { documentCompletion, documentType } from '../../codes/tables.ts'
import { code, concept } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { numberOf } from '../../engine/identifiers.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { text } from '../../engine/text.ts'
import { instant } from '../../engine/time.ts'

export const txaTable: Table = {
  id: 'TXA → DocumentReference',
  source: 'TXA',
  fields: fieldsOf('TXA', 28),
  draft: 'document',
  type: 'DocumentReference',
  rows: [
    { from: 'TXA-2', to: 'type', as: concept, codes: documentType, direction: '⇄' },
    { from: 'TXA-4', to: 'date', as: instant, direction: '⇄' },
    { from: 'TXA-12', to: 'masterIdentifier', as: numberOf('document', 2), direction: '⇄' },
    {
      from: ['TXA-25', 'TXA-16'],
      to: 'description',
      as: text,
      direction: '⇄',
      note: 'the title; the file name where there is none',
    },
    { from: 'TXA-17', to: 'docStatus', as: code, codes: documentCompletion, direction: '→' },
  ],
  ignored: {
    ...because('a set number says nothing about the document', 'TXA-1'),
    ...because('what the document is shows from its content', 'TXA-3'),
    ...because(
      'who dictated, wrote and signed it stands in the document',
      'TXA-5',
      'TXA-9',
      'TXA-10',
      'TXA-11',
      'TXA-22',
      'TXA-23',
    ),
    ...because('one time is enough: that of the activity', 'TXA-6', 'TXA-7', 'TXA-8'),
    ...because('of use where a document replaces another', 'TXA-13'),
    ...because('order numbers are the sender’s', 'TXA-14', 'TXA-15'),
    ...because('access is decided here, per journey', 'TXA-18', 'TXA-19', 'TXA-20'),
    ...because('not used in the UK', 'TXA-21', 'TXA-24', 'TXA-26', 'TXA-27', 'TXA-28'),
  },
}

export const txa = compile(txaTable)
