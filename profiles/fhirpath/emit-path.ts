// Steps of a path as source text: plain property reads where the type is known, run-time look-ups where it is not.

import type { ElementShape } from './environment.ts'
import { rawIn } from './emit-scalar.ts'
import { constant, existsIn, fresh, inlinePlan, joinedPlan, lift, nodesOf, nodesPlan, nothing, run, text } from './plan.ts'
import type { Choice, Emitter, Item, Plan, Scope } from './plan.ts'
import { resourceTypes } from './resource-types.ts'
import { ExpressionFault } from './syntax.ts'
import { isPrimitiveClass, plainType, systemTypes } from './types.ts'

/** The elements called `name` of whatever `of` gives. */
export function memberPlan(of: Plan, name: string, at: number, scope: Scope): Plan {
  const { emitter } = scope
  if (of.present === 'false') return of
  if (of.choice) return memberOfChoice(of.choice, name, at, scope)
  if (of.parts && of.type === undefined) return joinedPlan(of.parts.map((part) => memberPlan(part, name, at, scope)))
  if (of.type === undefined) return nodesPlan(emitter, `${run(emitter, 'members')}(${nodesOf(of, scope)}, ${text(name)}, env)`)
  const shape = shapeOf(of.type, name, emitter)
  if (shape) return shapedPlan(of, name, shape, scope)
  if (isAbstract(of.type)) return nodesPlan(emitter, `${run(emitter, 'members')}(${nodesOf(of, scope)}, ${text(name)}, env)`)
  if (of === scope.context && emitter.alternatives.some((type) => shapeOf(type, name, emitter))) return nothing(emitter)
  throw new ExpressionFault(`asks for '${name}', which ${of.type} does not have`, at)
}

/** No resource that is not a DomainResource has a `text`, `contained`, `extension` or `modifierExtension` of another kind. */
function shapeOf(type: string, name: string, emitter: Emitter): ElementShape | undefined {
  const shape = emitter.schema.element(type, name)
  if (shape) return shape
  if (type === 'Resource') return emitter.schema.element('DomainResource', name)
  if (!isPrimitiveClass(type)) return undefined
  if (name === 'extension') return { types: ['Extension'], isList: true, isChoice: false }
  return name === 'id' ? { types: ['System.String'], isList: false, isChoice: false } : undefined
}

/** What a value of these types is, only it says itself. */
export function isAbstract(type: string): boolean {
  return (
    type === 'Resource' || type === 'DomainResource' || type === 'Element' || type === 'BackboneElement' || type === 'System.Any'
  )
}

function shapedPlan(of: Plan, name: string, shape: ElementShape, scope: Scope): Plan {
  const types = shape.types.map(plainType)
  if (shape.isChoice) return choicePlan({ owner: of, name, types }, scope)
  const type = types[0] ?? 'Element'
  if (shape.isList) return listPlan(of, name, type, scope)
  return propertyPlan(of, name, type, scope)
}

/** A property that holds at most one value. */
export function propertyPlan(of: Plan, name: string, type: string, scope: Scope): Plan {
  const { emitter } = scope
  const read = (owner: Item): Item => ({ type, value: property(ownerOf(owner), name), extra: extraOf(owner, name, type) })
  if (of.inline) return inlinePlan(emitter, read(of.inline))
  const each: Plan['each'] = (visit) => of.each((owner) => inlinePlan(emitter, read(owner)).each(visit))
  return { type, isSingle: of.isSingle, each }
}

/** Parts of a primitive are parts of its sibling. */
function ownerOf(owner: Item): string {
  return owner.type !== undefined && isPrimitiveClass(owner.type) ? (owner.extra ?? 'undefined') : owner.value
}

function extraOf(owner: Item, name: string, type: string): string | undefined {
  return isPrimitiveClass(type) ? property(ownerOf(owner), `_${name}`) : undefined
}

function property(owner: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${owner}?.${name}` : `${owner}?.[${text(name)}]`
}

function listPlan(of: Plan, name: string, type: string, scope: Scope): Plan {
  const { emitter } = scope
  const each: Plan['each'] = (visit) => of.each((owner) => eachOf(owner, name, type, emitter, visit))
  if (!of.inline) return { type, isSingle: false, each }
  const values = property(ownerOf(of.inline), name)
  const extras = extraOf(of.inline, name, type) ?? 'undefined'
  const present = `${run(emitter, 'isAny')}(${values}, ${extras})`
  const inline = of.inline
  return {
    type,
    isSingle: false,
    each: (visit) => eachOf(inline, name, type, emitter, visit),
    present,
    count: `${run(emitter, 'countOf')}(${values}, ${extras})`,
    nodes: `${run(emitter, 'listed')}(${values}, ${extras}, ${text(type)})`,
  }
}

function eachOf(owner: Item, name: string, type: string, emitter: Emitter, visit: (item: Item) => string): string {
  const [list, i, value] = [fresh(emitter, 'a'), fresh(emitter, 'i'), fresh(emitter, 'v')]
  const extras = extraOf(owner, name, type)
  const head = `const ${list} = ${property(ownerOf(owner), name)};`
  if (extras === undefined) {
    const body = `const ${value} = ${list}[${i}]; if (${value} != null) { ${visit({ type, value, extra: undefined })} }`
    return `${head} if (Array.isArray(${list})) for (let ${i} = 0; ${i} < ${list}.length; ${i}++) { ${body} }`
  }
  const [siblings, extra] = [fresh(emitter, 'b'), fresh(emitter, 'x')]
  const item = { type, value, extra }
  const length = `${run(emitter, 'longer')}(${list}, ${siblings})`
  const body = `const ${value} = ${list}?.[${i}], ${extra} = ${siblings}?.[${i}]; if (${value} != null || ${extra} != null) { ${visit(item)} }`
  return `${head} const ${siblings} = ${extras}; for (let ${i} = 0, ${i}e = ${length}; ${i} < ${i}e; ${i}++) { ${body} }`
}

const fewTypes = 8

function choicePlan(choice: Choice, scope: Scope): Plan {
  const { emitter } = scope
  const { owner, name, types } = choice
  const entries = types.map((type) => `[${text(jsonName(name, type))}, ${text(type)}]`).join(', ')
  const table = () => constant(emitter, `new Map([${entries}])`)
  const each: Plan['each'] = (visit) =>
    owner.each((item) => nodesPlan(emitter, `${run(emitter, 'chosen')}(${ownerOf(item)}, ${table()})`).each(visit))
  const plan: Plan = { type: undefined, isSingle: owner.isSingle, each, choice }
  if (owner.inline) return { ...plan, present: isChosenIn(owner.inline, choice, emitter) }
  return {
    ...plan,
    present: lift(scope, `${owner.each((item) => `if (${isChosenIn(item, choice, emitter)}) return true;`)} return false`),
  }
}

function isChosenIn(owner: Item, { name, types }: Choice, emitter: Emitter): string {
  const names = types.map((type) => jsonName(name, type))
  if (types.length > fewTypes) {
    return `${run(emitter, 'isChosen')}(${ownerOf(owner)}, ${constant(emitter, `new Set(${JSON.stringify(names)})`)})`
  }
  const siblings = types.filter(isPrimitiveClass).map((type) => `_${jsonName(name, type)}`)
  return `(${[...names, ...siblings].map((n) => `${property(ownerOf(owner), n)} != null`).join(' || ')})`
}

function jsonName(name: string, type: string): string {
  return name + type.charAt(0).toUpperCase() + type.slice(1)
}

/** The chosen value in these of its types. */
export function narrowedPlan({ owner, name }: Choice, types: readonly string[], scope: Scope): Plan {
  if (types.length === 0) return nothing(scope.emitter)
  const plan = joinedPlan(types.map((type) => propertyPlan(owner, jsonName(name, type), type, scope)))
  return { ...plan, isSingle: owner.isSingle }
}

function memberOfChoice(choice: Choice, name: string, at: number, scope: Scope): Plan {
  const types = choice.types.filter((type) => shapeOf(type, name, scope.emitter))
  if (types.length === 0) throw new ExpressionFault(`asks for '${name}', which no type of '${choice.name}' has`, at)
  const plans = types.map((type) => memberPlan(narrowedPlan(choice, [type], scope), name, at, scope))
  return { ...joinedPlan(plans), isSingle: choice.owner.isSingle && plans.every((plan) => plan.isSingle) }
}

/** A type by its name as written: `System.` or `FHIR.` in front, or FHIR's before FHIRPath's own. */
export function typeNamed(written: string, at: number, emitter: Emitter): string {
  const name = written.startsWith('FHIR.') ? written.slice('FHIR.'.length) : written
  if (name.startsWith('System.') && systemTypes.has(name.slice('System.'.length))) return name
  if (emitter.schema.kind(name) !== undefined || isAbstract(name) || resourceTypes.has(name)) return name
  if (name === written && systemTypes.has(name)) return `System.${name}`
  throw new ExpressionFault(`names the type '${written}', which is not known`, at)
}

export function ofTypePlan(of: Plan, type: string, scope: Scope): Plan {
  const { emitter } = scope
  if (of.present === 'false') return of
  if (of.choice) {
    const types = of.choice.types.filter((t) => isKind(t, type, emitter))
    return narrowedPlan(of.choice, types, scope)
  }
  if (of.type !== undefined && !isAbstract(of.type)) return isKind(of.type, type, emitter) ? of : nothing(emitter)
  if (isResourcePlan(of)) return resourcesPlan(of, type, scope)
  return nodesPlan(emitter, `${run(emitter, 'ofType')}(${nodesOf(of, scope)}, ${text(type)}, env)`, knownType(type), of.isSingle)
}

/** A resource of one type among resources: the JSON value says what it is. */
function resourcesPlan(of: Plan, type: string, scope: Scope): Plan {
  const { emitter } = scope
  const isWanted = (item: Item) => `${run(emitter, 'isResource')}(${item.value}, ${text(type)}, env)`
  const each: Plan['each'] = (visit) => of.each((item) => `if (${isWanted(item)}) { ${visit({ ...item, type })} }`)
  return { type, isSingle: of.isSingle, each }
}

export function isResourcePlan(plan: Plan): boolean {
  return plan.type === 'Resource' || plan.type === 'DomainResource'
}

function knownType(type: string): string | undefined {
  return isAbstract(type) ? undefined : type
}

export function isKind(actual: string, type: string, emitter: Emitter): boolean {
  if (actual === type || type === 'System.Any') return true
  return !actual.startsWith('System.') && !type.startsWith('System.') && emitter.schema.isA(actual, type)
}

/** `is`: empty for none, an error for several. Of `resolve()`, a reference that states its type need not be in reach. */
export function isTypePlan(of: Plan, type: string, scope: Scope): { readonly isTrue: string; readonly isFalse: string } {
  const { emitter } = scope
  const { reference } = of
  if (reference?.isSingle && reference.type !== undefined) {
    const answer = `${run(emitter, 'resolvesTo')}(${rawIn(reference, scope)}, ${text(type)}, env)`
    return { isTrue: `${answer} === true`, isFalse: `${answer} === false` }
  }
  if (of.isSingle && (of.choice || (of.type !== undefined && !isAbstract(of.type)))) {
    const isTrue = existsIn(ofTypePlan(of, type, scope), scope)
    return { isTrue, isFalse: `(${existsIn(of, scope)} && !${isTrue})` }
  }
  if (of.inline && isResourcePlan(of)) {
    const isTrue = `${run(emitter, 'isResource')}(${of.inline.value}, ${text(type)}, env)`
    return { isTrue, isFalse: `(${existsIn(of, scope)} && !${isTrue})` }
  }
  const answer = `${run(emitter, 'isType')}(${nodesOf(of, scope)}, ${text(type)}, env)`
  return { isTrue: `${answer} === true`, isFalse: `${answer} === false` }
}
