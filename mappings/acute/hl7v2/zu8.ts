// ZU8: whether the person's whereabouts are to be hidden.

import { component } from '../../engine/cell.ts'
import { compile } from '../../engine/compile.ts'
import { because, fieldsOf, type Datatype, type Table } from '../../engine/row.ts'

/**
 * `0` nothing to hide; `1` addresses, telephones, next of kin and GP are hidden locally; `2` follow the national S-flag, which we
 * cannot see and so treat as hiding. Becomes the security label `R` (restricted) on the Patient, by which gateway/intake/restricted.ts
 * keeps the Patient and papers about the person to their own source.
 */
const hiding: Datatype = {
  name: 'ZU8 location hiding',
  components: [1],
  parse(cell) {
    const code = component(cell, 1)
    if (code === '') return {}
    if (code === '0') return { isGone: true }
    const value = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R', display: 'restricted' }
    return ['1', '2'].includes(code) ? { value } : { value, fault: unknownHiding }
  },
}

const unknownHiding = {
  id: 'code-unknown',
  text: 'ZU8-4 is none of 0, 1 and 2; the person is treated as one whose whereabouts are hidden.',
  severity: 'warning',
} as const

export const restrictedPath = 'meta.security[code=R]'

export const zu8Table: Table = {
  id: 'ZU8 → Patient',
  source: 'ZU8',
  fields: fieldsOf('ZU8', 4),
  draft: 'patient',
  type: 'Patient',
  rows: [{ from: 'ZU8-4', to: restrictedPath, as: hiding, direction: '→' }],
  ignored: {
    ...because('not needed to arrange a discharge, so not passed on', 'ZU8-1'),
    ...because('silence counts as consent there, so that it can never stand for a Consent', 'ZU8-2', 'ZU8-3'),
  },
}

export const zu8 = compile(zu8Table)
