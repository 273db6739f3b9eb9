// Coded values: a CE, a CWE or a plain code, looked up in a code table; what the table does not know keeps its own coding.

import { codeSystem } from '../../profiles/canonical.ts'
import { cellOf, component, textCell, type Cell } from './cell.ts'
import type { CodeTable, Coding, Found } from './codes.ts'
import { isRecord } from './path.ts'
import type { Context, Datatype, Fault } from './row.ts'

/** To CodeableConcept: the code in the target's system, beside it the sender's own code where that was not the same. */
export const concept: Datatype = {
  name: 'CE',
  components: [1, 2, 3],
  parse(cell, context, codes) {
    const [code, words] = [component(cell, 1), component(cell, 2)]
    if (code === '' && words === '') return {}
    const found = codes && findIn(codes, cell, context)
    if (found?.target) return { value: known(found, cell, context, codes) }
    return { value: unknown(found, cell, context, codes), fault: found ? notInTarget : notInTable }
  },
  format(value, context, codes) {
    const code = codeOf(value, context, codes)
    const words = isRecord(value) && typeof value['text'] === 'string' ? value['text'] : ''
    if (code === undefined) return words === '' ? undefined : cellOf('', words)
    const { value: plain } = concept.parse(textCell(code), context, codes)
    return cellOf(code, isRecord(plain) && plain['text'] === words ? '' : words)
  },
}

/** The sender's own code, else the source list's code for the target's. */
function codeOf(value: unknown, context: Context, codes?: CodeTable): string | undefined {
  const codings = isRecord(value) && Array.isArray(value['coding']) ? value['coding'].filter(isCoding) : []
  const own = codings.find(({ system }) => system === localCodes(context, codes))
  const target = codings.find(({ system }) => system === codes?.targetSystem)
  const source = codings.find(({ system }) => system === codes?.sourceSystem)
  return own?.code ?? (target && codes?.findBack(target.code)?.code) ?? source?.code
}

/** To a FHIR code: only what the table knows, since a code element has no room for anything else. */
export const code: Datatype = {
  name: 'ID',
  components: [1, 2, 3],
  parse(cell, context, codes) {
    if (component(cell, 1) === '' && component(cell, 2) === '') return {}
    const found = codes && findIn(codes, cell, context)
    return found?.target ? { value: found.target.code } : { fault: notInTable }
  },
  format(value, _context, codes) {
    const back = typeof value === 'string' ? codes?.findBack(value) : undefined
    return back && textCell(back.code)
  },
}

/** To a Coding, where an element (Encounter.class) takes one and no more. */
export const coding: Datatype = {
  name: 'IS',
  components: [1],
  parse(cell, context, codes) {
    if (component(cell, 1) === '') return {}
    const found = codes && findIn(codes, cell, context)
    if (found?.target) return { value: found.target }
    return {
      value: found?.source ?? { system: localCodes(context, codes), code: component(cell, 1) },
      fault: found ? notInTarget : notInTable,
    }
  },
  format(value, context, codes) {
    if (!isCoding(value)) return undefined
    if (value.system === codes?.targetSystem) return textIf(codes.findBack(value.code)?.code)
    return [codes?.sourceSystem, localCodes(context, codes)].includes(value.system) ? textCell(value.code) : undefined
  },
}

/** What the sender wrote, where the code it became means nearly but not quite the same. */
export const wordsIfInexact: Datatype = {
  name: 'text of an inexact code',
  components: [1],
  parse(cell, context, codes) {
    const found = codes && findIn(codes, cell, context)
    const isExact = found?.target && ['equal', 'equivalent'].includes(found.equivalence)
    if (!component(cell, 1)) return {}
    return isExact
      ? { isGone: true }
      : { value: found ? `${component(cell, 1)} ${found.source.display ?? ''}`.trim() : component(cell, 1) }
  },
}

/** Ethnic category: one national letter, behind which a source may put a second of its own (`Z2`). */
export const letterAndLocal: Datatype = {
  name: 'IS with a local second character',
  components: [1, 2, 3],
  parse(cell, context, codes) {
    const sent = component(cell, 1)
    const whole = concept.parse(cell, context, codes)
    if (!whole.fault || sent.length !== 2) return whole
    const found = codes?.find(sent.slice(0, 1))
    return found?.target ? { value: known({ ...found, isExact: false }, cell, context, codes) } : whole
  },
  format: concept.format!,
}

/** A coding as it stands, with the system that the sender names. */
export const asSent: Datatype = {
  name: 'CE as sent',
  components: [1, 2, 3],
  parse(cell, context) {
    const [code, words, named] = [component(cell, 1), component(cell, 2), component(cell, 3)]
    if (code === '' && words === '') return {}
    const system = namedSystems[named.toUpperCase()] ?? localCodes(context, named ? { id: encodeURIComponent(named) } : undefined)
    return {
      value: { ...(code && { coding: [{ system, code, ...(words && { display: words }) }] }), text: words || code },
    }
  },
  format(value, context) {
    const coding: unknown = isRecord(value) && Array.isArray(value['coding']) ? value['coding'][0] : undefined
    const words = isRecord(value) && typeof value['text'] === 'string' ? value['text'] : ''
    if (!isCoding(coding)) return words ? cellOf('', words) : undefined
    const named =
      Object.entries(namedSystems).find(([, system]) => system === coding.system)?.[0] ?? localName(coding.system, context)
    return named === undefined ? undefined : cellOf(coding.code, coding.display === undefined ? '' : words, named)
  },
}

/** Table 0396, as far as it is met here. */
const namedSystems: Readonly<Record<string, string>> = {
  SCT: 'http://snomed.info/sct',
  SNOMED: 'http://snomed.info/sct',
  'SNOMED-CT': 'http://snomed.info/sct',
  LN: 'http://loinc.org',
  I10: 'http://hl7.org/fhir/sid/icd-10',
}

/** A language, as two or three letters of ISO 639. */
export const language: Datatype = {
  name: 'CE language',
  components: [1, 2],
  parse(cell) {
    const [code, words] = [component(cell, 1), component(cell, 2)]
    if (/^[A-Za-z]{2,3}$/.test(code)) {
      return { value: { coding: [{ system: 'urn:ietf:bcp:47', code: code.toLowerCase() }], ...(words && { text: words }) } }
    }
    const text = words || code
    return text ? { value: { text } } : {}
  },
}

const textIf = (text: string | undefined): Cell | undefined => (text === undefined ? undefined : textCell(text))

export const isCoding = (value: unknown): value is Coding =>
  isRecord(value) && typeof value['system'] === 'string' && typeof value['code'] === 'string'

export const notInTable: Fault = {
  id: 'code-unknown',
  text: 'This code is in none of the lists declared for the field; it was kept as it stands, where there is room for it.',
  severity: 'warning',
}
const notInTarget: Fault = {
  id: 'code-not-national',
  text: 'This code is in its own list and has no equal in the national code system; its original coding was kept.',
  severity: 'information',
}

/** By code, then by words; each also as the source's settings translate it. */
function findIn(codes: CodeTable, cell: Cell, context: Context): Found | undefined {
  const aliases = Object.hasOwn(context.aliases, codes.id) ? context.aliases[codes.id] : undefined
  const [first, words] = [component(cell, 1), component(cell, 2)]
  return (first ? codes.find(first, aliases) : undefined) ?? (words ? codes.find(words, aliases) : undefined)
}

/** A system of our own for one source's local codes. */
const localCodes = ({ client }: Context, codes?: { readonly id: string }): string =>
  codeSystem(`local/${encodeURIComponent(client)}/${codes?.id ?? 'codes'}`)

/** The name after which `asSent` called a local system: '' when the sender named none. */
function localName(system: string, context: Context): string | undefined {
  const name = system.startsWith(localCodes(context, { id: '' }))
    ? system.slice(localCodes(context, { id: '' }).length)
    : undefined
  return name === 'codes' ? '' : name && decoded(name)
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function known(found: Found, cell: Cell, context: Context, codes?: CodeTable): unknown {
  const [sent, words] = [component(cell, 1), component(cell, 2)]
  const own = found.isExact || sent === '' ? [] : [{ system: localCodes(context, codes), code: sent }]
  return { coding: [found.target, ...own], ...(words && { text: words }) }
}

function unknown(found: Found | undefined, cell: Cell, context: Context, codes?: CodeTable): unknown {
  const [sent, words] = [component(cell, 1), component(cell, 2)]
  const own = sent === '' ? [] : [found?.source ?? { system: localCodes(context, codes), code: sent }]
  return { ...(own.length > 0 && { coding: own }), text: words || found?.source.display || sent }
}
