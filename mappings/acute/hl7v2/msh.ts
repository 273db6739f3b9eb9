// MSH: the envelope; only its time is of use to the mapping, the rest is read by whoever receives the message.

import { compile } from '../../engine/compile.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { instant } from '../../engine/time.ts'

export const mshTable: Table = {
  id: 'MSH → the event',
  source: 'MSH',
  fields: fieldsOf('MSH', 25),
  draft: 'event',
  type: 'Event',
  rows: [{ from: 'MSH-7', to: 'sent', as: instant, direction: '→' }],
  ignored: {
    ...because('read with the envelope: delimiters, addresses, type, control id, version, character set', 'MSH-1', 'MSH-2'),
    ...because('read with the envelope: delimiters, addresses, type, control id, version, character set', 'MSH-3', 'MSH-4'),
    ...because('read with the envelope: delimiters, addresses, type, control id, version, character set', 'MSH-5', 'MSH-6'),
    ...because('read with the envelope: delimiters, addresses, type, control id, version, character set', 'MSH-9', 'MSH-10'),
    ...because('read with the envelope: delimiters, addresses, type, control id, version, character set', 'MSH-11', 'MSH-12'),
    ...because('read with the envelope: delimiters, addresses, type, control id, version, character set', 'MSH-18'),
    ...because('says how the sender wants the envelope handled; every message is answered once', 'MSH-8', 'MSH-13', 'MSH-14'),
    ...because('says how the sender wants the envelope handled; every message is answered once', 'MSH-15', 'MSH-16'),
    ...because('country, language and profile of the message', 'MSH-17', 'MSH-19', 'MSH-20', 'MSH-21', 'MSH-22', 'MSH-23'),
    ...because('network addresses', 'MSH-24', 'MSH-25'),
  },
}

export const msh = compile(mshTable)
