// Names, addresses, telephones, professionals and places: XPN, XAD, XTN, XCN, PL, to and from FHIR.

import { cellOf, component, isNull, type Cell } from './cell.ts'
import { identifierSystem, odsOrganization } from '../../profiles/canonical.ts'
import { localSystem } from './identifiers.ts'
import { isRecord } from './path.ts'
import type { Datatype } from './row.ts'

type Json = Record<string, unknown>

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : [])

/** An object of those members that hold something, or undefined. */
function filled(members: Json): Json | undefined {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value))
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** XPN to HumanName. `use` is what the table's row says the name is for. */
export function personName(use?: string): Datatype {
  return {
    name: 'XPN',
    components: [1, 2, 3, 4, 5, 7],
    parse(cell) {
      const name = filled({
        family: component(cell, 1),
        given: [component(cell, 2), ...component(cell, 3).split(/\s+/)].filter(Boolean),
        prefix: [component(cell, 5)].filter(Boolean),
        suffix: [component(cell, 4)].filter(Boolean),
      })
      return name ? { value: { ...(use && { use }), ...name } } : {}
    },
    format(value) {
      if (!isRecord(value) || (use !== undefined && value['use'] !== use)) return undefined
      const [first = '', ...more] = textsOf(value['given'])
      const cell = cellOf(
        textOf(value['family']),
        first,
        more.join(' '),
        textsOf(value['suffix'])[0],
        textsOf(value['prefix'])[0],
      )
      return cell.length > 0
        ? [...cell, ...Array.from({ length: 6 - cell.length }, () => ['']), [nameTypes[use ?? ''] ?? '']]
        : undefined
    },
  }
}

/** Table 0200, for writing: which letter says what a name is for. */
const nameTypes: Readonly<Record<string, string>> = { official: 'L', nickname: 'N', maiden: 'M' }

const addressUses: Readonly<Record<string, Json>> = {
  H: { use: 'home' },
  C: { use: 'temp' },
  M: { type: 'postal' },
  O: { use: 'work' },
  B: { use: 'work' },
  BA: { use: 'old' },
}

/** XAD to Address. The first two components are lines in the order in which they are read. */
export const address: Datatype = {
  name: 'XAD',
  components: [1, 2, 3, 4, 5, 6, 7, 9],
  parse(cell) {
    const place = filled({
      line: [component(cell, 1), component(cell, 2)].filter(Boolean),
      city: component(cell, 3),
      district: component(cell, 9),
      state: component(cell, 4),
      postalCode: component(cell, 5),
      country: component(cell, 6),
    })
    return place ? { value: { ...addressUses[component(cell, 7)], ...place } } : {}
  },
  format(value) {
    if (!isRecord(value)) return undefined
    const [line = '', ...more] = textsOf(value['line'])
    const kind = Object.entries(addressUses).find(([, use]) => use['use'] === value['use'] && use['type'] === value['type'])?.[0]
    const cell = cellOf(
      line,
      more.join(', '),
      textOf(value['city']),
      textOf(value['state']),
      textOf(value['postalCode']),
      textOf(value['country']),
      kind,
      '',
      textOf(value['district']),
    )
    return cell.length > 0 ? cell : undefined
  },
}

/** How an XTN repetition says what it is: e-mail by NET or Internet, a mobile by CP, a fax by FX. */
export function telecomKind(cell: Cell): 'email' | 'mobile' | 'fax' | 'phone' {
  const [use, equipment] = [component(cell, 2).toUpperCase(), component(cell, 3).toUpperCase()]
  if (use === 'NET' || ['INTERNET', 'X.400'].includes(equipment) || component(cell, 4).includes('@')) return 'email'
  if (equipment === 'CP' || use === 'PRS') return 'mobile'
  return equipment === 'FX' ? 'fax' : 'phone'
}

/** XTN to ContactPoint. The number stands in .1, or as it came apart in .5 to .8, or in .12. */
export function telecom(system: 'phone' | 'email', use?: string): Datatype {
  const marks =
    system === 'email' ? ['NET', 'Internet'] : use === 'mobile' ? ['PRN', 'CP'] : [use === 'work' ? 'WPN' : 'PRN', 'PH']
  return {
    name: 'XTN',
    components: [1, 2, 3, 4, 5, 6, 7, 8, 12],
    parse(cell) {
      const value = system === 'email' ? component(cell, 4) || component(cell, 1) : phoneNumber(cell)
      return value === '' ? {} : { value: { system, value, ...(use && { use }) } }
    },
    format(value) {
      if (!isRecord(value) || value['system'] !== system || value['use'] !== use) return undefined
      const number = textOf(value['value'])
      if (number === '') return undefined
      return system === 'email' ? cellOf('', ...marks, number) : cellOf(number, ...marks)
    },
  }
}

function phoneNumber(cell: Cell): string {
  const extension = component(cell, 8)
  const apart = [component(cell, 5) && `+${component(cell, 5).replace(/^\+/, '')}`, component(cell, 6), component(cell, 7)]
  const number = component(cell, 1) || component(cell, 12) || apart.filter(Boolean).join(' ')
  return number && extension ? `${number} ext ${extension}` : number
}

const titles = /^(dr|mr|mrs|ms|miss|mx|prof|sir|dame|rev|sister|nurse)\.?$/i

/** Where professionals' numbers live, by what XCN.9 says. */
const professionalSystems: Readonly<Record<string, string>> = {
  GMC: 'https://fhir.hl7.org.uk/Id/gmc-number',
  GMP: 'https://fhir.hl7.org.uk/Id/gmp-number',
  NMC: 'https://fhir.hl7.org.uk/Id/nmc-number',
  HCPC: 'https://fhir.hl7.org.uk/Id/hcpc-number',
}

/** XCN to a Reference by identifier. Senders slip by one component, so the title and the register are found by what they are. */
export const professional: Datatype = {
  name: 'XCN',
  components: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  parse(cell, context) {
    const [id, ...rest] = Array.from({ length: 9 }, (_, index) => component(cell, index + 1))
    const [family = '', given = '', middle = '', ...tail] = rest
    const title = tail.find((text) => titles.test(text)) ?? ''
    const register = tail.find((text) => text !== '' && text !== title) ?? ''
    const display = [title, given, middle, family].filter(Boolean).join(' ')
    const system = professionalSystems[register.toUpperCase()] ?? `${localSystem(context, register)}/professional`
    const value = filled({ identifier: id ? { system, value: id } : undefined, display })
    return value ? { value } : {}
  },
}

/** PL to Encounter.location: a place named by point of care, room, bed and facility. */
export const place: Datatype = {
  name: 'PL',
  components: [1, 2, 3, 4],
  parse(cell, context) {
    if (isNull(cell)) return {}
    const [point = '', room = '', bed = '', facility = ''] = [1, 2, 3, 4].map((number) => component(cell, number))
    const display = [point, room, bed].filter(Boolean).join(', ')
    if (display === '' && facility === '') return {}
    const value = [point, room, bed, facility].join('^').replace(/\^+$/, '')
    return {
      value: { location: { identifier: { system: placeSystem(context.client), value }, display: display || facility } },
    }
  },
}

const placeSystem = (client: string): string => `${identifierSystem(`local/${encodeURIComponent(client)}`)}/place`

/** An XCN in a part of the stay: a participant of a type of v3 ParticipationType. */
export function participant(type: string): Datatype {
  return {
    ...professional,
    name: `XCN as ${type}`,
    parse(cell, context, codes) {
      const { value } = professional.parse(cell, context, codes)
      const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: type }]
      return value === undefined ? {} : { value: { type: [{ coding }], individual: value } }
    },
  }
}

/** An XCN as the person's general practitioner. */
export const practitioner: Datatype = {
  ...professional,
  name: 'XCN as practitioner',
  parse(cell, context, codes) {
    const { value } = professional.parse(cell, context, codes)
    return isRecord(value) ? { value: { type: 'Practitioner', ...value } } : {}
  },
}

/** XON to a Reference by ODS code: the code stands in .3, or in .10 as later versions have it. */
export const organization: Datatype = {
  name: 'XON',
  components: [1, 3, 10],
  parse(cell) {
    const [display, code] = [component(cell, 1), component(cell, 3) || component(cell, 10)]
    const identifier = code ? { system: odsOrganization, value: code } : undefined
    const value = filled({ identifier, display })
    return value ? { value: { type: 'Organization', ...value } } : {}
  },
  format(value) {
    if (!isRecord(value)) return undefined
    const identifier =
      isRecord(value['identifier']) && value['identifier']['system'] === odsOrganization ? value['identifier'] : {}
    const cell = cellOf(textOf(value['display']), '', textOf(identifier['value']))
    return cell.length > 0 ? cell : undefined
  },
}

/** An ODS code on its own, as a Reference to the practice. */
export const practiceCode: Datatype = {
  name: 'ODS code',
  parse(cell) {
    const value = component(cell, 1)
    return value === '' ? {} : { value: { type: 'Organization', identifier: { system: odsOrganization, value } } }
  },
  format(value) {
    const identifier = isRecord(value) && isRecord(value['identifier']) ? value['identifier'] : {}
    const code = identifier['system'] === odsOrganization ? textOf(identifier['value']) : ''
    return code === '' ? undefined : cellOf(code)
  },
}
