// Whether a StructureDefinition of strangers has the shape that it is read by: what is misshapen is a fault, not a surprise later.

import type { StructureDefinition } from '@medplum/fhirtypes'

type Node = Readonly<Record<string, unknown>>

/** Elements of one definition; HL7's largest has 228. */
const maxElements = 5_000

/** What is misshapen, each with its element where it is one of an element; nothing: it can be read as a StructureDefinition. */
export function shapeFaults(resource: Node): readonly { readonly element?: string; readonly reason: string }[] {
  const faults: { element?: string; reason: string }[] = []
  for (const name of ['url', 'name', 'type', 'kind']) {
    if (typeof resource[name] !== 'string' || resource[name] === '') faults.push({ reason: `has no ${name}` })
  }
  for (const name of ['baseDefinition', 'derivation', 'fhirVersion']) {
    if (!isTextOrAbsent(resource[name])) faults.push({ reason: `${name} is no text` })
  }
  const lists = [resource['snapshot'], resource['differential']].filter((part) => part !== undefined)
  if (lists.length === 0) faults.push({ reason: 'has neither snapshot nor differential' })
  for (const list of lists) faults.push(...listFaults(list))
  return faults
}

/** Said of what `shapeFaults` found nothing in. */
export function isStructureDefinition(resource: Node): resource is Node & StructureDefinition {
  return resource['resourceType'] === 'StructureDefinition' && shapeFaults(resource).length === 0
}

function listFaults(list: unknown): { element?: string; reason: string }[] {
  const elements = isNode(list) ? list['element'] : undefined
  if (!Array.isArray(elements) || elements.length === 0) return [{ reason: 'has no list of elements' }]
  if (elements.length > maxElements) return [{ reason: `has more than ${maxElements} elements` }]
  return elements.flatMap((element: unknown, at) => {
    const wrong = isNode(element) ? checks.filter(([name, holds]) => !holds(element[name])).map(([name]) => name) : ['element']
    const element_ = isNode(element) && typeof element['path'] === 'string' ? element['path'] : `element[${at}]`
    return wrong.map((name) => ({ element: element_, reason: `${name} has the wrong shape` }))
  })
}

const checks: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['path', (value) => typeof value === 'string' && /^[^.]+(\.[^.]+)*$/.test(value)],
  ['id', isTextOrAbsent],
  ['sliceName', isTextOrAbsent],
  ['contentReference', isTextOrAbsent],
  ['min', (value) => value === undefined || (Number.isInteger(value) && Number(value) >= 0)],
  ['max', (value) => value === undefined || (typeof value === 'string' && /^(\*|\d{1,9})$/.test(value))],
  ['maxLength', (value) => value === undefined || Number.isInteger(value)],
  ['type', isListOf((type) => typeof type['code'] === 'string' && areTexts(type['profile']) && areTexts(type['targetProfile']))],
  ['constraint', isListOf((rule) => typeof rule['key'] === 'string' && isTextOrAbsent(rule['expression']))],
  [
    'binding',
    (value) =>
      value === undefined || (isNode(value) && typeof value['strength'] === 'string' && isTextOrAbsent(value['valueSet'])),
  ],
  [
    'slicing',
    (value) =>
      value === undefined || (isNode(value) && typeof value['rules'] === 'string' && areDiscriminators(value['discriminator'])),
  ],
  [
    'base',
    (value) => value === undefined || (isNode(value) && typeof value['path'] === 'string' && typeof value['max'] === 'string'),
  ],
]

const areDiscriminators = isListOf((one) => typeof one['type'] === 'string' && typeof one['path'] === 'string')

function isListOf(holds: (item: Node) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || (Array.isArray(value) && value.every((item) => isNode(item) && holds(item)))
}

function areTexts(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
