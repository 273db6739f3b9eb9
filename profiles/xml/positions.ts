// Where in a submitted XML text the elements stand that issues name.

import { SaxesParser } from 'saxes'
import type { Position } from '../positions.ts'
import { type XmlType, xmlType } from './elements.ts'
import { located } from './faults.ts'

/**
 * The place of each expression's tag, or of the nearest around it where the element is missing; an attribute (`id`, `value`) stands
 * in its tag. Expressions are those that positionsOf takes for JSON. For a text that readXml has read: one pass for all of them.
 */
export function positionsIn(text: string, expressions: readonly string[]): ReadonlyMap<string, Position> {
  const root = node(undefined)
  const targets = expressions.map((expression) => [expression, planted(root, expression)] as const)
  locate(text, root)
  const offsets = [...new Set(targets.map(([, target]) => offsetOf(target)))].toSorted((a, b) => a - b)
  const lines = located(
    text,
    offsets.map((offset) => ({ id: 'xml-invalid', text: '', offset })),
  )
  const positions = new Map(lines.map(({ line, column }, i) => [offsets[i], { line, column }]))
  return new Map(targets.map(([expression, target]) => [expression, positions.get(offsetOf(target)) ?? { line: 1, column: 1 }]))
}

/** A step of an expression: a name, or a place in a list (`[2]`). */
interface Node {
  readonly parent: Node | undefined
  readonly children: Map<string, Node>
  offset: number | undefined
}

function node(parent: Node | undefined): Node {
  return { parent, children: new Map(), offset: undefined }
}

const stepForm = /\.?(?:`([^`]*)`|([A-Za-z_]\w*))(\([^()]*\))?|\[(\d{1,9})\]/y

/** Adds the steps of an expression below the root, which stands for the resource; answers the last. */
function planted(root: Node, expression: string): Node {
  let at = root
  // The resource's type.
  stepForm.lastIndex = /^[A-Z]\w*(?=$|[.[])/.exec(expression)?.[0].length ?? 0
  for (let match = stepForm.exec(expression); match; match = stepForm.exec(expression)) {
    const [, quoted, plain, call, index] = match
    const name = quoted ?? plain ?? `[${index}]`
    const isCast = call !== undefined && (name === 'ofType' || name === 'as')
    if (call !== undefined && !isCast) return name === 'extension' ? childOf(at, name) : at
    if (!isCast) at = childOf(at, name)
    if (stepForm.lastIndex >= expression.length) break
  }
  return at
}

function childOf(parent: Node, name: string): Node {
  const found = parent.children.get(name) ?? node(parent)
  parent.children.set(name, found)
  return found
}

function offsetOf(target: Node): number {
  for (let at: Node | undefined = target; at; at = at.parent) if (at.offset !== undefined) return at.offset
  return 0
}

/** An open element, and the steps that it may be. */
interface Frame {
  readonly type: XmlType | undefined
  readonly matches: readonly Node[]
  readonly counts: Map<string, number>
}

function locate(text: string, root: Node): void {
  const open: Frame[] = []
  const parser = new SaxesParser({ position: false })
  parser.on('opentagstart', ({ name }) => {
    const offset = text.lastIndexOf('<', parser.position - 2)
    open.push(entered(open.at(-1), name.slice(name.indexOf(':') + 1), offset, root))
  })
  parser.on('closetag', () => void open.pop())
  try {
    parser.write(text).close()
  } catch {
    // What is no XML has no further places.
  }
}

function entered(parent: Frame | undefined, name: string, offset: number, root: Node): Frame {
  if (!parent) return frameOf(xmlType(name), mark([root], offset))
  // A resource is a tag within the element that holds it, and one with it in expressions.
  if (/^[A-Z]/.test(name)) return frameOf(xmlType(name), parent.matches)
  const element = parent.matches.length === 0 ? undefined : parent.type?.elements.get(name)
  if (!element) return frameOf(undefined, [])
  const index = parent.counts.get(name) ?? 0
  parent.counts.set(name, index + 1)
  const names = element.base === name ? [name] : [name, element.base]
  const found = parent.matches.flatMap(({ children }) => names.flatMap((each) => children.get(each) ?? []))
  const places = found.flatMap(({ children }) => children.get(`[${index}]`) ?? [])
  return frameOf(xmlType(element.kind === 'object' ? element.type : 'Element'), mark([...found, ...places], offset))
}

function frameOf(type: XmlType | undefined, matches: readonly Node[]): Frame {
  return { type, matches, counts: new Map() }
}

/** The first that matches counts. */
function mark(nodes: readonly Node[], offset: number): readonly Node[] {
  for (const each of nodes) each.offset ??= offset
  return nodes
}
