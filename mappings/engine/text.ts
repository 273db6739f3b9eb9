// Plain values: text, codes that are carried as they stand, yes and no, numbers that keep their text.

import { cellOf, component, textCell } from './cell.ts'
import type { Datatype } from './row.ts'

/** ST, TX, FT: text as it stands. */
export const text: Datatype = {
  name: 'ST',
  components: [1],
  parse(cell) {
    const value = component(cell, 1)
    return value === '' ? {} : { value }
  },
  format: (value) => (typeof value === 'string' && value.trim() !== '' ? textCell(value.trim()) : undefined),
}

/** All components of a value, as one text; for what a person wrote. */
export const wholeText: Datatype = {
  name: 'TX',
  parse(cell) {
    const value = cell
      .map((parts) => parts.join(' ').trim())
      .filter(Boolean)
      .join(' ')
    return value === '' ? {} : { value }
  },
}

/** CE, CWE of which only the words are wanted: text, otherwise the code. */
export const words: Datatype = {
  name: 'CE text',
  components: [1, 2],
  parse(cell) {
    const value = component(cell, 2) || component(cell, 1)
    return value === '' ? {} : { value }
  },
  format: (value) => (typeof value === 'string' && value.trim() !== '' ? cellOf('', value.trim()) : undefined),
}

/** Table 0136. */
export const yesNo: Datatype = {
  name: 'ID 0136',
  components: [1],
  parse(cell) {
    const value = component(cell, 1).toUpperCase()
    if (value === '') return {}
    if (['Y', 'YES', 'TRUE', '1'].includes(value)) return { value: true }
    if (['N', 'NO', 'FALSE', '0'].includes(value)) return { value: false }
    return { fault: { id: 'code-unknown', text: 'This is neither yes nor no; it was not taken.', severity: 'warning' } }
  },
  format: (value) => (typeof value === 'boolean' ? textCell(value ? 'Y' : 'N') : undefined),
}

/** A whole number. */
export const whole: Datatype = {
  name: 'NM',
  components: [1],
  parse(cell) {
    const value = component(cell, 1)
    if (value === '') return {}
    if (/^-?\d{1,9}$/.test(value)) return { value: Number(value) }
    return { fault: { id: 'number-invalid', text: 'This is not a whole number; it was not taken.', severity: 'warning' } }
  },
  format: (value) => (Number.isInteger(value) ? textCell(String(value)) : undefined),
}
