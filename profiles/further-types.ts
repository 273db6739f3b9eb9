// A validator that takes in further types of R4 when a resource of theirs is met: all of R4 would take seconds and 100 MB at once.

import { bare, type Definition } from './compiler/definition.ts'
import type { Asked, Validator } from './compiler/validator.ts'
import { coreDefinition } from './packages/core.ts'
import { snapshotsOf, type Snapshots } from './packages/snapshot.ts'
import { validatorFor, type ValidatorSources } from './validation.ts'

/**
 * Answers as `validator` does, and where a resource is or holds one of a type of R4 that `validator` lacks, or claims or is asked
 * for a profile of the R4 specification, as one over `sources` and these does. It is made again for each new type (half a second)
 * and no more often than R4 has types and profiles. Never throws.
 */
export function withFurtherTypes(validator: Validator, sources: () => ValidatorSources): Validator {
  let [taken, wider]: [ReadonlySet<string>, Validator] = [new Set(), validator]
  const unusable = new Set<string>()
  function widerFor(resource: unknown, asked: Asked = {}): Validator {
    const wanted = namedIn(resource, asked).filter((url) => !validator.isKnownProfile(url) && isOfR4(url) && !unusable.has(url))
    const more = wanted.filter((url) => !taken.has(url))
    if (more.length === 0) return wanted.length > 0 ? wider : validator
    const all = new Set([...taken, ...more])
    const next = made(sources(), all)
    if (next) [taken, wider] = [all, next]
    // What is at odds with the other definitions is as unknown as before.
    else for (const url of more) unusable.add(url)
    return wider
  }
  return {
    isValid: (resource, asked) => widerFor(resource, asked).isValid(resource, asked),
    check: (resource, asked) => widerFor(resource, asked).check(resource, asked),
    validate: (resource, asked) => widerFor(resource, asked).validate(resource, asked),
    isKnownProfile: (canonical) => validator.isKnownProfile(canonical) || isOfR4(canonical),
  }
}

const core = 'http://hl7.org/fhir/StructureDefinition/'

/** A type of resources, or a profile on one: an extension is looked at where it stands, and R4's own are not. */
function isOfR4(canonical: string): boolean {
  const url = bare(canonical)
  const version = canonical.slice(url.length + 1)
  const definition = url.startsWith(core) && (version === '' || version === '4.0.1') ? coreDefinition(url) : undefined
  return definition?.kind === 'resource' && definition.abstract !== true
}

/** No honest resource goes deeper; what does is refused by the validator itself. */
const maxDepth = 64

/** Canonicals, without versions, of the types and of the claimed profiles of a resource and of all in it, and of those that are asked for. */
function namedIn(resource: unknown, { type, profile, profiles = [] }: Asked): readonly string[] {
  const found = new Set([...(profile === undefined ? [] : [profile]), ...profiles].map(bare))
  if (type !== undefined) found.add(core + type)
  const stack: (readonly [value: unknown, depth: number])[] = [[resource, 0]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null || depth > maxDepth) continue
    if ('resourceType' in value && typeof value.resourceType === 'string') {
      found.add(core + value.resourceType)
      for (const claim of claimsOf(value)) found.add(bare(claim))
    }
    for (const inner of Object.values(value)) stack.push([inner, depth + 1])
  }
  return [...found]
}

function claimsOf(resource: object): readonly string[] {
  const meta: unknown = 'meta' in resource ? resource.meta : undefined
  const claims: unknown = typeof meta === 'object' && meta !== null && 'profile' in meta ? meta.profile : undefined
  return Array.isArray(claims) ? claims.filter((claim): claim is string => typeof claim === 'string') : []
}

/** undefined where definitions are at odds. */
function made(sources: ValidatorSources, urls: ReadonlySet<string>): Validator | undefined {
  const here = new Set(sources.definitions.map(({ url }) => url))
  const further = closureOf([...urls], here)
  const { validator, faults } = validatorFor({ ...sources, definitions: [...sources.definitions, ...further] })
  return faults.length === 0 ? validator : undefined
}

/** With what they are based on, the datatypes that they are made of, and the profiles and extensions that profiles among them name. */
function closureOf(urls: readonly string[], here: ReadonlySet<string>): readonly Definition[] {
  const found = new Map<string, Definition>()
  const queue = [...urls]
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (here.has(url) || found.has(url)) continue
    const definition = laidOut().definition(url) as Definition | undefined
    if (!definition) continue
    found.set(url, definition)
    queue.push(...neededBy(definition))
  }
  return [...found.values()]
}

function neededBy({ baseDefinition, snapshot }: Definition): readonly string[] {
  const types = (snapshot?.element ?? []).flatMap(({ type = [] }) => type)
  const named = types.flatMap(({ code, profile = [] }) => [core + code, ...profile.map(bare)])
  return [...named, ...(baseDefinition === undefined ? [] : [bare(baseDefinition)])]
}

/** Kept: what was laid out once is asked for again with the next type. */
function laidOut(): Snapshots {
  return (snapshots ??= snapshotsOf(coreDefinition))
}

let snapshots: Snapshots | undefined
