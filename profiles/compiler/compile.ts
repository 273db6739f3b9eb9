// The compiler: StructureDefinitions and MessageDefinitions in, one plan and the list of what is wrong with them out.

import { shapesOf } from './base.ts'
import { type Definition, bare, treeOf, valueNamed } from './definition.ts'
import { type MessageDefinition, messagePlan } from './message-plan.ts'
import type { DefinitionFault, ExtensionPlan, Plan, ProfilePlan } from './plan.ts'
import { isPrimitive } from './primitive.ts'
import { profileChecks } from './profile.ts'
import { type Workshop, isType, workshopOf } from './workshop.ts'

export interface Compiled {
  readonly plan: Plan
  /** Empty when every definition can be relied on. */
  readonly faults: readonly DefinitionFault[]
}

/** `definitions` hold R4's types and any profiles, all with snapshots. A later definition of a canonical replaces an earlier one. */
export function planOf(definitions: readonly Definition[], messageDefinitions: readonly MessageDefinition[] = []): Compiled {
  const faults: DefinitionFault[] = []
  const all = [...new Map(definitions.map((definition) => [definition.url, definition])).values()]
  const shop = workshopOf(all, faults)
  const bases = new Map(all.map((definition) => [definition.url, definition]))
  for (const definition of all) checkLineage(definition, bases, faults)
  for (const definition of all.filter((one) => isType(one) && one.kind !== 'primitive-type')) {
    shapesOf(definition, lineage(definition, bases), shop.shapes, faults)
  }
  const profiles: Record<string, ProfilePlan> = {}
  const extensions: Record<string, ExtensionPlan> = {}
  for (const definition of all.filter((one) => !isType(one))) addProfile(definition, shop, profiles, extensions)
  const messages = messageDefinitions.map(messagePlan)
  return { plan: { shapes: shop.shapes, profiles, overlays: shop.overlays, extensions, messages }, faults }
}

function addProfile(
  definition: Definition,
  shop: Workshop,
  profiles: Record<string, ProfilePlan>,
  extensions: Record<string, ExtensionPlan>,
): void {
  const checks = profileChecks(definition, shop)
  const { url, version, type = '' } = definition
  // profiles/r4 leaves out the version, which is the same for all.
  const its = version ?? (url.startsWith(core) ? '4.0.1' : undefined)
  profiles[url] = { type, ...(its !== undefined && { version: its }), ...(checks && { checks }) }
  if (type !== 'Extension') return
  const root = treeOf(definition)
  const fixed = root?.children.find(({ name }) => name === 'url')
  const carried = fixed && valueNamed(fixed.element, 'fixed')
  const contexts = contextsOf(definition)
  extensions[typeof carried === 'string' ? carried : url] = {
    url,
    isModifier: root?.element.isModifier ?? false,
    ...(checks && { checks }),
    ...(contexts && { contexts }),
  }
}

function contextsOf({ context }: Definition): ExtensionPlan['contexts'] {
  if (!context || context.length === 0) return undefined
  const named = (type: string) => context.filter((one) => one.type === type).map(({ expression }) => expression)
  const elements = named('element').map((expression) => expression.slice(expression.indexOf('#') + 1))
  const paths = named('fhirpath')
  return { elements, extensions: named('extension'), ...(paths.length > 0 && { paths }) }
}

/** A definition's ancestors by name, itself first; HL7's abstract types need not be at hand. */
function lineage(definition: Definition, bases: ReadonlyMap<string, Definition>): readonly string[] {
  const names: string[] = []
  let base: string | undefined = definition.url
  for (let at = bases.get(base); at && names.length < 20; at = bases.get(base ?? '')) {
    names.push(at.type ?? at.name ?? '')
    base = at.baseDefinition
  }
  const last = base?.startsWith(core) ? base.slice(core.length) : ''
  return [...names, ...(abstractAncestors[last] ?? [])].filter((name, at, all) => all.indexOf(name) === at)
}

const abstractAncestors: Readonly<Record<string, readonly string[]>> = {
  Element: ['Element'],
  BackboneElement: ['BackboneElement', 'Element'],
  Resource: ['Resource'],
  DomainResource: ['DomainResource', 'Resource'],
}

const core = 'http://hl7.org/fhir/StructureDefinition/'

function checkLineage(definition: Definition, bases: ReadonlyMap<string, Definition>, faults: DefinitionFault[]): void {
  const seen = new Set<string>([definition.url])
  let at = definition
  while (at.baseDefinition !== undefined) {
    const next = bases.get(bare(at.baseDefinition))
    if (!next) {
      const isGiven = isPrimitive(at.type ?? '') || (isType(at) && at.baseDefinition.startsWith(core))
      if (!isGiven) faults.push({ url: definition.url, element: '', reason: `its base is missing: ${at.baseDefinition}` })
      return
    }
    if (seen.has(next.url)) {
      faults.push({ url: definition.url, element: '', reason: `its bases go round in a circle at ${next.url}` })
      return
    }
    seen.add(next.url)
    at = next
  }
}
