// Careful looks into definitions of strangers: what has another JSON type than FHIR's is read as absent.

export type Node = Readonly<Record<string, unknown>>

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(node: Node, name: string): string | undefined {
  const value = node[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function nodesOf(node: Node, name: string): readonly Node[] {
  const value = node[name]
  return Array.isArray(value) ? value.filter(isNode) : []
}

export function textsOf(node: Node, name: string): readonly string[] {
  const value = node[name]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : []
}

export function nodeOf(node: Node, name: string): Node | undefined {
  const value = node[name]
  return isNode(value) ? value : undefined
}

/** The value on first need, kept from then on. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The value of a key, made on first need; undefined is not kept, so that strange keys fill no memory. */
export function kept<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  if (made !== undefined) map.set(key, made)
  return made
}
