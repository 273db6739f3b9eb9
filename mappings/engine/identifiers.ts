// Identifiers: NHS numbers, local identifiers (CX), document numbers (EI) and professionals (XCN), to and from FHIR.

import { identifierSystem } from '../../profiles/canonical.ts'
import { cellOf, component, textCell } from './cell.ts'
import { isRecord } from './path.ts'
import type { Context, Datatype, Parsed } from './row.ts'

/** Numbers that pass the check and are nobody's: keyboards' favourites. */
const placeholders = new Set(['9999999999', '3333333333', '0000000000', ...[...'12456789'].map((digit) => digit.repeat(10))])

const bare = (text: string): string => text.replaceAll(/[\s-]/g, '')

/** Ten digits, modulus 11, and not a placeholder; spaces and hyphens do not count. */
export function isNhsNumber(text: string): boolean {
  const digits = bare(text)
  if (!/^\d{10}$/.test(digits) || placeholders.has(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9])
}

/** A valid NHS number, without its spaces. Silent on any other text, which `invalidNhsNumber` takes. */
export const nhsNumber: Datatype = {
  name: 'NHS number',
  parse(cell) {
    const text = component(cell, 1)
    return isNhsNumber(text) ? { value: bare(text) } : {}
  },
  format: (value) => (typeof value === 'string' && isNhsNumber(value) ? textCell(value) : undefined),
}

/** Keeps what was sent as an NHS number and is none, away from the NHS's own system. */
export const invalidNhsNumber: Datatype = {
  name: 'text that is no NHS number',
  parse(cell) {
    const text = component(cell, 1)
    return text === '' || isNhsNumber(text) ? {} : { value: text, fault: nhsNumberFault(text) }
  },
}

/** What is wrong with a text that is no NHS number. */
export function nhsNumberFault(text: string): NonNullable<Parsed['fault']> {
  if (placeholders.has(bare(text))) {
    return { id: 'nhs-number-placeholder', text: 'This number is a placeholder and identifies nobody.', severity: 'warning' }
  }
  return { id: 'nhs-number-check-digit', text: 'This is not an NHS number: ten digits, modulus 11.', severity: 'warning' }
}

export const invalidNhsNumberSystem = identifierSystem('nhs-number-not-valid')
/** Where a source's identifiers live: as its settings say, otherwise a system of our own for client and assigner. */
export function localSystem({ client, assigner, identifierSystems }: Context, authority: string): string {
  const name = authority || assigner
  if (Object.hasOwn(identifierSystems, name)) return identifierSystems[name] ?? ''
  return name === '' ? localSystemBase({ client }) : `${localSystemBase({ client })}/${encodeURIComponent(name)}`
}

const localSystemBase = ({ client }: Pick<Context, 'client'>): string => identifierSystem(`local/${encodeURIComponent(client)}`)

/** CX to Identifier: id and assigning authority; the type as text of table 0203. */
export const localIdentifier: Datatype = {
  name: 'CX',
  components: [1, 4, 5],
  parse(cell, context) {
    const value = component(cell, 1)
    if (value === '') return {}
    const type = component(cell, 5)
    return {
      value: {
        ...(type && { type: { coding: [{ system: identifierTypes, code: type }] } }),
        system: localSystem(context, component(cell, 4)),
        value,
      },
    }
  },
  format(value, context) {
    if (!isRecord(value) || typeof value['value'] !== 'string') return undefined
    const authority = authorityOf(value['system'], context)
    return authority === undefined ? undefined : cellOf(value['value'], '', '', authority, typeCode(value))
  },
}

const identifierTypes = 'http://terminology.hl7.org/CodeSystem/v2-0203'

function authorityOf(system: unknown, context: Context): string | undefined {
  const configured = Object.entries(context.identifierSystems).find(([, known]) => known === system)
  if (configured) return configured[0]
  const prefix = `${localSystemBase(context)}/`
  if (typeof system !== 'string' || !system.startsWith(prefix)) return system === localSystemBase(context) ? '' : undefined
  return decoded(system.slice(prefix.length))
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function typeCode({ type }: Record<string, unknown>): string | undefined {
  const codings = isRecord(type) && Array.isArray(type['coding']) ? type['coding'] : []
  const coding: unknown = codings.find((one) => isRecord(one) && one['system'] === identifierTypes)
  return isRecord(coding) && typeof coding['code'] === 'string' ? coding['code'] : undefined
}

/** What some senders write where the assigning authority belongs: names of a type, the same at every trust. */
const notAuthorities = new Set(['VISITID', 'VN', 'VISIT'])

/** A visit, document or order number: id and who assigned it (CX.4, EI.2), in a system of its own kind. */
export function numberOf(kind: string, authorityAt: 2 | 4): Datatype {
  return {
    name: `${kind} number`,
    components: [1, authorityAt],
    parse(cell, context) {
      const value = component(cell, 1)
      const named = component(cell, authorityAt)
      const authority = notAuthorities.has(named.toUpperCase()) ? '' : named
      return value === '' ? {} : { value: { system: `${localSystem(context, authority)}/${kind}`, value } }
    },
    format(value, context) {
      if (!isRecord(value) || typeof value['value'] !== 'string' || typeof value['system'] !== 'string') return undefined
      if (!value['system'].endsWith(`/${kind}`)) return undefined
      const authority = authorityOf(value['system'].slice(0, -kind.length - 1), context)
      return authority === undefined ? undefined : cellOf(value['value'], ...(authorityAt === 4 ? ['', ''] : []), authority)
    },
  }
}

/** A plain number in the one system that the settings name for it; without such a setting it cannot be placed, nor written. */
export function ownIdentifier(setting: string): Datatype {
  return {
    name: `${setting} in its own system`,
    parse(cell, { identifierSystems }) {
      const value = component(cell, 1)
      const system = Object.hasOwn(identifierSystems, setting) ? identifierSystems[setting] : undefined
      return value === '' || system === undefined ? {} : { value: { system, value } }
    },
    format(value, { identifierSystems }) {
      if (!isRecord(value) || typeof value['value'] !== 'string' || value['system'] === undefined) return undefined
      return value['system'] === identifierSystems[setting] ? textCell(value['value']) : undefined
    },
  }
}
