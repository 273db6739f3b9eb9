// The plan as JavaScript source text: the fast pass, the same text whether it is written to disk or evaluated at the start.

import { type FhirPathCompiler, type Parts, literal, partsOf, shapeFunction } from './emit-parts.ts'
import { overlaysOf } from './emit-overlay.ts'
import { emitShape } from './emit-shape.ts'
import { wholesOf } from './emit-whole.ts'
import { native } from './native.ts'
import type { Checks, Constraint, Contexts, DefinitionFault, Plan } from './plan.ts'
import { runtimeNames } from './runtime.ts'

export interface Emitted {
  /** Body of a function of one argument, `rt`. */
  readonly body: string
  /** Invariants that cannot be compiled. */
  readonly faults: readonly DefinitionFault[]
}

export function emitBody(plan: Plan, compiler: FhirPathCompiler): Emitted {
  const parts = partsOf(plan, (expression, type, alternatives) =>
    Object.hasOwn(native, expression)
      ? { source: `native[${literal(expression)}]` }
      : compiler.invariant(expression, type, alternatives),
  )
  const overlays = overlaysOf(parts)
  const wholes = wholesOf(parts, overlays)
  const shapes = Object.values(plan.shapes)
  const functions = shapes.map((shape) => emitShape(shape, parts))
  for (const shape of shapes) {
    for (const constraint of shape.constraints) parts.invariant(constraint, shape.name, shape.name)
    for (const { constraints, variants, path } of shape.elements) {
      const types = variants.map(({ type }) => type)
      for (const constraint of constraints) for (const type of types) parts.invariant(constraint, type, path, types)
    }
  }
  const profiles = Object.entries(plan.profiles).map(([url, { type, version, checks }]) => {
    const check = checks && overlays.checks(checks, url)
    return `[${literal(url)}, { type: ${literal(type)}, version: ${literal(version ?? null)}, check: ${check}, of: undefined, isRight: false, others: undefined }]`
  })
  const extensions = Object.entries(plan.extensions).map(([carried, { url, isModifier, checks, contexts }]) => {
    const whole = checks && wholes.extension(checks, url)
    const check = checks && whole === undefined ? overlays.checks(checks, url) : undefined
    return `[${literal(carried)}, { isModifier: ${isModifier}, contexts: ${contextsOf(contexts, url, parts, compiler)}, check: ${check}, whole: ${whole} }]`
  })
  for (const constraint of constraintsOf(plan)) {
    for (const type of constraint.types ?? []) parts.invariant(constraint, type, type, constraint.types)
  }
  const invariants = [...parts.invariants].map(([id, name]) => `[${literal(id)}, ${name}]`)
  const types = shapes.filter(({ name }) => !name.includes('.')).map(({ name }) => `[${literal(name)}, ${shapeFunction(name)}]`)
  const resources = shapes.filter(({ kind }) => kind === 'resource').map(({ name }) => name)
  const body = `'use strict'
const { ${runtimeNames.join(', ')} } = rt
const $ = rt.fhirpath, c = rt.state, maxVisited = rt.maxVisited
${functions.join('\n')}
${parts.lines.join('\n')}
return {
types: new Map([${types.join(', ')}]),
resources: new Set(${literal(resources)}),
profiles: new Map([${profiles.join(',\n')}]),
extensions: new Map([${extensions.join(',\n')}]),
invariants: new Map([${invariants.join(',\n')}]),
messages: ${literal(plan.messages)},
}
`
  return { body, faults: parts.faults }
}

/** As a module: `link(rt)` returns what `new Function('rt', body)` does. In brackets, so that it is parsed once and not twice. */
export function moduleText(body: string): string {
  return `// Written by profiles/compiler from the definitions; nobody edits it by hand.\nexport const link = (function (rt) {\n${body}})\n`
}

/** A path stands for each type of resource that has what it names. */
function contextsOf(contexts: Contexts | undefined, url: string, parts: Parts, { nodes }: FhirPathCompiler): string {
  if (!contexts) return 'null'
  const { elements, extensions, paths = [] } = contexts
  const resources = Object.values(parts.plan.shapes).filter(({ kind }) => kind === 'resource')
  const compiled = paths.map((path) => {
    const all = resources.map(({ name }) => ({ name, result: nodes(path, name) }))
    const right = all.flatMap(({ name, result }) =>
      'source' in result ? [`[${literal(name)}, ${parts.source('x', result.source)}]`] : [],
    )
    const [first] = all.flatMap(({ result }) => ('fault' in result ? [result.fault] : []))
    if (right.length === 0) parts.faults.push({ url, element: '', reason: `context: ${first ?? 'there is no resource'}` })
    return `new Map([${right.join(', ')}])`
  })
  return `{ elements: ${literal(elements)}, extensions: ${literal(extensions)}, paths: [${compiled.join(', ')}], ancestors: undefined, path: '', isPlace: false }`
}

/** Of overlays, profiles and extensions, in slices too: the slow pass asks for those that are no errors as well. */
function constraintsOf(plan: Plan): readonly Constraint[] {
  const found: Constraint[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) return value.forEach(visit)
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'fixed' || key === 'pattern') continue
      if (key === 'constraints') found.push(...(inner as NonNullable<Checks['constraints']>))
      else visit(inner)
    }
  }
  visit([plan.overlays, plan.profiles, plan.extensions])
  return found
}
