// A Schema of StructureDefinition snapshots, and short ways to run an expression in a test.

import { readFileSync } from 'node:fs'
import { compileInvariant, compileNodes, compilePath } from '../../../profiles/fhirpath/compile.ts'
import type { Compiled, Options } from '../../../profiles/fhirpath/compile.ts'
import type { ElementShape, Environment, EvaluationFault, Node, Schema } from '../../../profiles/fhirpath/environment.ts'
import * as $ from '../../../profiles/fhirpath/runtime.ts'

export interface Definition {
  readonly resourceType: string
  readonly name: string
  readonly type: string
  readonly kind: string
  readonly derivation?: string
  readonly baseDefinition?: string
  readonly snapshot?: { readonly element: readonly ElementRow[] }
}

export interface ElementRow {
  readonly path: string
  readonly min?: number
  readonly max?: string
  readonly base?: { readonly max: string }
  readonly type?: readonly { readonly code: string }[]
  readonly contentReference?: string
  readonly constraint?: readonly { readonly key: string; readonly expression?: string; readonly severity?: string }[]
}

export const definitions = JSON.parse(
  readFileSync(new URL('../../../profiles/r4/definitions.json', import.meta.url), 'utf8'),
) as readonly Definition[]

export function schemaOf(all: readonly Definition[]): Schema {
  const kinds = new Map(all.map((d) => [d.name, kindOf(d.kind)]))
  const parents = new Map(all.map((d) => [d.name, d.baseDefinition?.split('/').at(-1)]))
  const shapes = new Map<string, ElementShape>()
  for (const { path, row, backbone } of all.flatMap(elementsOf)) {
    shapes.set(path.replace(/\[x\]$/, ''), shapeOf(row, backbone))
    if (backbone) parents.set(backbone, row.type?.[0]?.code)
  }
  const isA = (type: string, ancestor: string): boolean => {
    for (let at: string | undefined = type; at !== undefined; at = parents.get(at)) if (at === ancestor) return true
    return false
  }
  return {
    element: (type, name) => shapes.get(`${type}.${name}`),
    kind: (type) => kinds.get(type) ?? (parents.has(type) ? 'complex' : undefined),
    isA,
  }
}

function kindOf(kind: string): 'primitive' | 'complex' | 'resource' {
  return kind === 'primitive-type' ? 'primitive' : kind === 'resource' ? 'resource' : 'complex'
}

function elementsOf(definition: Definition): readonly { path: string; row: ElementRow; backbone: string | undefined }[] {
  const rows = definition.snapshot?.element ?? []
  const owners = new Set(rows.map((row) => row.path.slice(0, row.path.lastIndexOf('.'))))
  return rows.slice(1).map((row) => ({
    path: row.path,
    row,
    backbone: row.contentReference?.split('#').at(-1) ?? (owners.has(row.path) ? row.path : undefined),
  }))
}

function shapeOf(row: ElementRow, backbone: string | undefined): ElementShape {
  const types = backbone === undefined ? (row.type ?? []).map((type) => type.code) : [backbone]
  return { types, isList: (row.base?.max ?? row.max) === '*', isChoice: row.path.endsWith('[x]') }
}

export const schema = schemaOf(definitions)

export function load(compiled: Compiled): Function {
  if ('fault' in compiled) throw new Error(compiled.fault)
  // oxlint-disable-next-line no-implied-eval -- what the compiler's caller does at start
  return new Function('$', `return ${compiled.source}`)($) as Function
}

export interface World extends Partial<Environment> {
  readonly extra?: unknown
}

export function environment(value: unknown, world: World = {}): Environment & { readonly faults: EvaluationFault[] } {
  const faults: EvaluationFault[] = []
  return { resource: value, root: value, schema, report: (fault) => faults.push(fault), ...world, faults }
}

export function holds(expression: string, type: string, value: unknown, world: World = {}, options: Options = {}): boolean {
  const run = load(compileInvariant(expression, type, schema, options)) as (v: unknown, x: unknown, env: Environment) => boolean
  return run(value, world.extra, environment(value, world))
}

export function evaluate(expression: string, type: string, value: unknown, world: World = {}): readonly unknown[] {
  const run = load(compilePath(expression, type, schema)) as (v: unknown, env: Environment) => unknown[]
  return run(value, environment(value, world))
}

export function nodes(expression: string, type: string, value: unknown, world: World = {}): readonly Node[] {
  const run = load(compileNodes(expression, type, schema)) as (v: unknown, env: Environment) => Node[]
  return run(value, environment(value, world))
}
