// References in what was sent: resolved to what is stored, carried along when it has no type here, refused when hidden.

import { nhsNumber, odsOrganization } from '../../profiles/canonical.ts'
import { copyOf } from '../../profiles/decimal.ts'
import type { Registry } from '../auth/registry.ts'
import { at, isRecord, referenceTo, textsNamed, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'
import { isKnownType } from '../types.ts'
import { addressesIn, namedBy } from './files.ts'
import type { Planning } from './planning.ts'

/** Replaces every `reference`, and every `url` of an attachment, through `resolve`; undefined leaves it as it is. */
export function rewriteReferences<T>(value: T, resolve: (reference: string) => string | undefined): T {
  if (Array.isArray(value)) return value.map((element) => rewriteReferences<unknown>(element, resolve)) as T
  if (!isRecord(value)) return value
  const rewritten: Record<string, unknown> = {}
  for (const [name, element] of Object.entries(value)) {
    rewritten[name] =
      (name === 'reference' || name === 'url') && typeof element === 'string'
        ? (resolve(element) ?? element)
        : rewriteReferences<unknown>(element, resolve)
  }
  return rewritten as T
}

/** Our own absolute URLs become relative, so that a resource means the same wherever the gateway is reached. */
export function relative(reference: string, base: string): string {
  return reference.startsWith(base) && reference[base.length] === '/' ? reference.slice(base.length + 1) : reference
}

/**
 * Adds the literal reference to one that names an organisation by its ODS code or a person by NHS number or local identifier;
 * a person is looked for among the caller's own Patients only.
 */
export async function resolveIdentifiers(planning: Planning, resource: FhirResource, registry: Registry): Promise<FhirResource> {
  if (logicalReferences(resource).length === 0) return resource
  const result = copyOf(resource)
  for (const value of logicalReferences(result)) {
    const { identifier } = value
    if (!isRecord(identifier) || typeof identifier['system'] !== 'string' || typeof identifier['value'] !== 'string') continue
    const key = { system: identifier['system'], value: identifier['value'] }
    const literal =
      key.system === odsOrganization || registry.organizationBy(key.system, key.value)
        ? organizationReference(registry, key)
        : await patientReference(planning, value, key)
    if (literal) value['reference'] = literal
  }
  return result
}

function organizationReference(registry: Registry, { system, value }: { system: string; value: string }): string | undefined {
  const organization = registry.organizationBy(system, value)
  return organization && `Organization/${organization.id}`
}

/** The caller's own Patient with that identifier, or the only one that it can see; never a choice between several. */
async function patientReference(
  planning: Planning,
  reference: Record<string, unknown>,
  { system, value }: { system: string; value: string },
): Promise<string | undefined> {
  const { type } = reference
  if (type !== undefined && type !== 'Patient') return undefined
  if (type === undefined && system !== nhsNumber) return undefined
  const inPlan = planning
    .written()
    .find((written) => written.startsWith('Patient/') && isPatientWith(planning.resource(written), { system, value }))
  if (inPlan) return inPlan
  const { versions } = await planning.store.search(planning.access, {
    type: 'Patient',
    where: [{ on: 'token', key: 'Patient.identifier', any: [{ system, code: value }] }],
    order: [{ by: 'updated', descending: false }],
    count: 10,
    total: false,
  })
  const references = versions.map(({ id }) => `Patient/${id}`)
  const origins = await Promise.all(references.map(async (one) => (await planning.see(one))?.origin))
  const own = references.filter((_, i) => origins[i] === planning.caller.organization)
  const candidates = own.length > 0 ? own : references
  return candidates.length === 1 ? candidates[0] : undefined
}

const isPatientWith = (resource: FhirResource | undefined, { system, value }: { system: string; value: string }): boolean =>
  resource?.resourceType === 'Patient' &&
  at(resource, 'identifier').some((one) => isRecord(one) && one['system'] === system && one['value'] === value)

/** The objects in it that are references without a literal one. */
function logicalReferences(value: object, found: Record<string, unknown>[] = []): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) {
    for (const element of value as readonly unknown[]) if (isObject(element)) logicalReferences(element, found)
  } else if (isRecord(value)) {
    const { identifier, reference } = value
    if (reference === undefined && isRecord(identifier) && isReferenceShaped(value)) found.push(value)
    for (const name in value) {
      const element = value[name]
      if (isObject(element)) logicalReferences(element, found)
    }
  }
  return found
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const referenceElements = ['reference', 'type', 'identifier', 'display', 'id', 'extension']
const isReferenceShaped = (value: Record<string, unknown>): boolean =>
  Object.keys(value).every((key) => referenceElements.includes(key))

export interface Asked {
  /** The resource as it stood. */
  readonly before?: FhirResource
  /** What is looked into elsewhere. */
  readonly isJudged?: (reference: string) => boolean
  /** The literal references of the resource, where the validator's walk has told them. */
  readonly references?: readonly string[]
}

/**
 * A fault for each literal reference, and each address, of something of ours that is not there for this caller. Hidden and absent
 * read alike. What the resource named before, the caller has read in it: a provider changes its task without seeing the referral
 * that it is for. An address that leads elsewhere is nobody's business here.
 */
export async function checkReferences(
  isKnown: (reference: string) => Promise<boolean>,
  resource: FhirResource,
  prefix: string,
  { before, isJudged = () => false, references = literalReferences(resource) }: Asked = {},
): Promise<readonly Fault[]> {
  const self = referenceTo(resource)
  const earlier = new Set(before ? [...literalReferences(before), ...addressesIn(before)] : [])
  const wrong = new Set<string>()
  for (const reference of new Set(references)) {
    if (reference.startsWith('#') || /^[a-z]+:/.test(reference) || reference === self || earlier.has(reference)) continue
    if (isJudged(reference)) continue
    const [type = '', id = ''] = reference.split('/')
    if (!isKnownType(type) || !(await isKnown(`${type}/${id}`))) wrong.add(reference)
  }
  for (const address of new Set(addressesIn(resource))) {
    const reference = earlier.has(address) ? undefined : namedBy(address)
    if (reference !== undefined && reference !== self && !(await isKnown(reference))) wrong.add(address)
  }
  if (wrong.size === 0) return []
  return placesOf(resource, prefix)
    .filter(({ reference }) => wrong.has(reference))
    .map(({ path }) => ({
      id: 'reference-unknown',
      text: 'refers to a resource that is not known here',
      expression: path,
      code: 'not-found',
    }))
}

export const literalReferences = (value: unknown): readonly string[] => textsNamed('reference', value)

function placesOf(value: unknown, path: string): readonly { reference: string; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((element, i) => placesOf(element, `${path}[${i}]`))
  if (!isRecord(value)) return []
  const here = ['reference', 'url'].flatMap((name) => {
    const reference = value[name]
    return typeof reference === 'string' ? [{ reference, path: `${path}.${name}` }] : []
  })
  return [...here, ...Object.entries(value).flatMap(([name, element]) => placesOf(element, `${path}.${name}`))]
}
