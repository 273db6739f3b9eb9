// Finds the rows of the route table that an address means; a tree of segments, so that a thousand rows cost no more than ten.

import type { Method, Route } from './route.ts'

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

export interface Matcher {
  /** HEAD is answered by GET. */
  match(method: string, path: string): Match | undefined
  /** The methods that an address takes, HEAD and OPTIONS included; none for an address that nothing serves. */
  allowed(path: string): readonly string[]
}

interface Node {
  readonly literals: Map<string, Node>
  /** Each under its name: `:id` and `:type` at one place are two. */
  readonly params: Map<string, Node>
  readonly rows: Map<Method, Route>
}

export function matcherOf(routes: readonly Route[]): Matcher {
  const root = emptyNode()
  for (const route of routes) {
    const node = route.path.split('/').reduce((at, part) => childOf(at, part), root)
    // The first row counts, as it stands first in the table.
    if (!node.rows.has(route.method)) node.rows.set(route.method, route)
  }
  return {
    match(method, path) {
      const wanted = method === 'HEAD' ? 'GET' : method
      return find(root, segmentsOf(path), 0, wanted as Method, [])
    },
    allowed(path) {
      const methods = new Set<string>(methodsAt(root, segmentsOf(path), 0))
      if (methods.size === 0) return []
      return [...methods, ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS']
    },
  }
}

const emptyNode = (): Node => ({ literals: new Map(), params: new Map(), rows: new Map() })

function childOf({ literals, params }: Node, part: string): Node {
  const [children, name] = part.startsWith(':') ? [params, part.slice(1)] : [literals, part]
  const child = children.get(name) ?? emptyNode()
  children.set(name, child)
  return child
}

/** One slash at the end means the same address; two mean none. A segment that cannot be decoded names nothing. */
function segmentsOf(path: string): readonly string[] {
  const segments = (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path).split('/')
  return path.includes('%') ? segments.map(decoded) : segments
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** What is written out goes before what takes anything; where that leads nowhere, the other is tried. */
function find(node: Node, segments: readonly string[], at: number, method: Method, taken: readonly string[]): Match | undefined {
  const part = segments[at]
  if (part === undefined) {
    const route = node.rows.get(method)
    return route && { route, params: Object.fromEntries(pairs(taken)) }
  }
  const literal = node.literals.get(part)
  const found = literal && find(literal, segments, at + 1, method, taken)
  if (found || isReserved(part)) return found
  for (const [name, child] of node.params) {
    const match = find(child, segments, at + 1, method, [...taken, name, part])
    if (match) return match
  }
  return undefined
}

function* pairs(taken: readonly string[]): Generator<[string, string]> {
  for (let i = 0; i < taken.length; i += 2) yield [taken[i] ?? '', taken[i + 1] ?? '']
}

/** FHIR's own words, and nothing at all: `//` is no address. */
const isReserved = (part: string): boolean => part === '' || part.startsWith('_') || part.startsWith('$')

function* methodsAt(node: Node, segments: readonly string[], at: number): Generator<string> {
  const part = segments[at]
  if (part === undefined) return yield* node.rows.keys()
  const literal = node.literals.get(part)
  if (literal) yield* methodsAt(literal, segments, at + 1)
  if (isReserved(part)) return
  for (const child of node.params.values()) yield* methodsAt(child, segments, at + 1)
}
