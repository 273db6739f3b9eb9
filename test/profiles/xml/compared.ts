// Two resources, or two documents, held against each other without the code under test.

import { isXmlFault, readXml, type XmlElement } from '../../../profiles/packages/xml.ts'

/** JSON with its keys in order: equal texts are equal resources, digits of decimals included. */
export function inOrder(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || JSON.isRawJSON(value)) return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

/**
 * Tags of two documents that are not the same: name, namespace, attributes, number and order of children; narrative by its source. The
 * reader is the small one of profiles/packages, which shares no line with the one under test.
 */
export function differences(one: string, other: string): readonly string[] {
  const [a, b] = [readXml(one), readXml(other)]
  if (isXmlFault(a) || isXmlFault(b)) return ['one of them is no XML']
  return [...unlike(a.root, b.root, a.root.name)]
}

function* unlike(a: XmlElement, b: XmlElement, path: string): Generator<string> {
  if (a.name !== b.name || a.namespace !== b.namespace) return yield `${path}: ${b.name}`
  if (a.namespace !== 'http://hl7.org/fhir') {
    if (a.source !== b.source) yield `${path}: narrative`
    return
  }
  const attributes = ({ attributes: found }: XmlElement) => JSON.stringify([...found].toSorted(([x], [y]) => (x < y ? -1 : 1)))
  if (attributes(a) !== attributes(b)) yield `${path}: attributes`
  if (a.children.length !== b.children.length) yield `${path}: ${a.children.length} children, not ${b.children.length}`
  for (const [i, child] of a.children.entries()) {
    const twin = b.children[i]
    if (twin) yield* unlike(child, twin, `${path}.${child.name}`)
  }
}
