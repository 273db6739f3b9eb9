// StructureDefinitions as the compiler reads them: the few fields that it acts on, and their elements as a tree.

import type { ElementDefinition } from '@medplum/fhirtypes'

/** A StructureDefinition with a snapshot, as a published file or as profiles/r4 keeps it. */
export interface Definition {
  readonly url: string
  readonly version?: string
  readonly name?: string
  readonly type?: string
  readonly kind?: string
  readonly abstract?: boolean
  readonly derivation?: string
  readonly baseDefinition?: string
  readonly context?: readonly { readonly type: string; readonly expression: string }[]
  readonly snapshot?: { readonly element?: readonly Element[] }
}

export type Element = Pick<ElementDefinition, 'path'> & Partial<ElementDefinition>

/** An element of a snapshot with what stands below it. */
export interface ElementNode {
  readonly id: string
  /** Last step of the path, with its `[x]`. */
  readonly name: string
  readonly element: Element
  readonly children: ElementNode[]
  readonly slices: ElementNode[]
}

/** The tree of a snapshot, by element ids; undefined when there is no snapshot. */
export function treeOf(definition: Definition): ElementNode | undefined {
  const byId = new Map<string, ElementNode>()
  let root: ElementNode | undefined
  for (const element of definition.snapshot?.element ?? []) {
    const id = element.id ?? element.path
    const node: ElementNode = { id, name: lastStep(element.path), element, children: [], slices: [] }
    if (byId.has(id)) continue
    byId.set(id, node)
    const dot = id.lastIndexOf('.')
    if (dot < 0) root ??= node
    else place(node, id, dot, byId)
  }
  return root
}

function place(node: ElementNode, id: string, dot: number, byId: ReadonlyMap<string, ElementNode>): void {
  const sliced = sliceOwner(id, dot)
  if (sliced === undefined) byId.get(id.slice(0, dot))?.children.push(node)
  // The value of a sliced choice may stand in a snapshot without the element that is sliced.
  else (byId.get(sliced)?.slices ?? byId.get(id.slice(0, dot))?.children)?.push(node)
}

/** The id of the element that this one is a slice of; of `a:b/c` it is `a:b`. */
function sliceOwner(id: string, dot: number): string | undefined {
  const colon = id.indexOf(':', dot)
  if (colon < 0) return undefined
  const slash = id.lastIndexOf('/')
  return slash > colon ? id.slice(0, slash) : id.slice(0, colon)
}

export function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

/** A canonical without its version. */
export function bare(canonical: string): string {
  const bar = canonical.indexOf('|')
  return bar < 0 ? canonical : canonical.slice(0, bar)
}

export function lastSegment(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** HL7 gives `id` and `Extension.url` the FHIRPath type System.String; an extension names the FHIR type. */
export function typeCode(type: { readonly code?: string; readonly extension?: readonly { valueUrl?: string }[] }): string {
  const code = type.code ?? ''
  return code.includes('/') ? (type.extension?.find((e) => e.valueUrl !== undefined)?.valueUrl ?? 'string') : code
}

/** `fixedUri` or `patternCoding` and the like: the value of the first property that begins so. */
export function valueNamed(element: Element, prefix: 'fixed' | 'pattern' | 'minValue' | 'maxValue'): unknown {
  for (const [key, value] of Object.entries(element)) {
    const letter = key.charCodeAt(prefix.length)
    if (key.startsWith(prefix) && letter >= 65 && letter <= 90) return value
  }
  return undefined
}
