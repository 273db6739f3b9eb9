// EVN: when what the message tells of happened, and when the source recorded it.

import { compile } from '../../engine/compile.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { instant } from '../../engine/time.ts'

export const evnTable: Table = {
  id: 'EVN → the event',
  source: 'EVN',
  fields: fieldsOf('EVN', 7),
  draft: 'event',
  type: 'Event',
  rows: [
    { from: 'EVN-2', to: 'recorded', as: instant, direction: '→' },
    { from: 'EVN-6', to: 'occurred', as: instant, direction: '→' },
  ],
  ignored: {
    ...because('MSH-9 names the event', 'EVN-1'),
    ...because('a planned time is no time at which something happened', 'EVN-3'),
    ...because('why the message was sent is the sender’s affair', 'EVN-4', 'EVN-7'),
    ...because('who typed it is kept in the original message only', 'EVN-5'),
  },
}

export const evn = compile(evnTable)
