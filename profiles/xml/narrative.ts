// Narrative as it passes between XML and JSON: the source text of its div, which declares its namespace itself.

import { SaxesParser, type SaxesTagNS } from 'saxes'
import { escaped } from './escape.ts'
import { note, stop, Stopped, type FaultAt } from './faults.ts'

export const xhtml = 'http://www.w3.org/1999/xhtml'

/** Nobody writes tables within tables deeper; the validator asks the same. */
const maxDepth = 100

/** A div that is being read. */
export interface Narrative {
  readonly path: string
  readonly start: number
  depth: number
  /** Written anew without prefixes, where the source text would not stand alone; else the source is kept. */
  readonly parts: string[] | undefined
}

interface Place {
  readonly text: string
  readonly faults: FaultAt[]
  readonly start: number
}

/** The opening tag of the div itself. */
export function openNarrative(reading: Place, tag: SaxesTagNS, path: string): Narrative {
  const standsAlone = tag.prefix === '' && tag.attributes['xmlns'] !== undefined
  const narrative: Narrative = { path, start: reading.start, depth: 0, parts: standsAlone ? undefined : [] }
  openInNarrative(reading, narrative, tag)
  return narrative
}

export function openInNarrative(reading: Place, narrative: Narrative, tag: SaxesTagNS): void {
  narrative.depth += 1
  if (narrative.depth > maxDepth) {
    stop(reading, 'xml-too-deep', `is narrative that is nested deeper than ${maxDepth} elements`, reading.start, narrative.path)
  }
  if (tag.uri !== xhtml) note(reading, 'xml-namespace', `is not in the namespace ${xhtml}`, reading.start, narrative.path)
  const { parts } = narrative
  if (!parts && tag.prefix !== '')
    note(reading, 'xml-narrative-prefix', 'has a prefix that the rest of the narrative has not', reading.start, narrative.path)
  parts?.push(`<${tag.local}`, narrative.depth === 1 ? ` xmlns="${xhtml}"` : '')
  for (const { prefix, name, value } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || name === 'xmlns') continue
    if (prefix !== '' && prefix !== 'xml')
      note(
        reading,
        'xml-narrative-prefix',
        'has an attribute with a prefix, which narrative cannot have',
        reading.start,
        narrative.path,
      )
    parts?.push(` ${name}="${escaped(value)}"`)
  }
  parts?.push(tag.isSelfClosing ? '/>' : '>')
}

export function writeInNarrative({ parts }: Narrative, inner: string, kind: 'text' | 'cdata' | 'comment'): void {
  if (kind === 'text') parts?.push(escaped(inner, 'text'))
  else parts?.push(kind === 'cdata' ? `<![CDATA[${inner}]]>` : `<!--${inner}-->`)
}

/** The div as text when it is complete. */
export function closeNarrative({ text }: Place, narrative: Narrative, tag: SaxesTagNS, end: number): string | undefined {
  const { parts, start } = narrative
  if (!tag.isSelfClosing) parts?.push(`</${tag.local}>`)
  narrative.depth -= 1
  if (narrative.depth > 0) return undefined
  return parts ? parts.join('') : text.slice(start, end)
}

/**
 * A div for the XML of its resource. What would not be one well-formed div there, which no validated narrative is, stands in one as
 * plain text: nothing is lost, and nothing can close the elements around it.
 */
export function embeddable(div: string): string {
  return isDiv(div.trim()) ? div.trim() : `<div xmlns="${xhtml}">${escaped(div, 'text')}</div>`
}

function isDiv(div: string): boolean {
  if (!div.startsWith('<')) return false
  const parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const refuse = (): never => {
    throw new Stopped()
  }
  let depth = 0
  for (const event of ['error', 'xmldecl', 'doctype', 'processinginstruction'] as const) parser.on(event, refuse)
  parser.on('opentag', ({ uri, local }) => {
    depth += 1
    if (uri !== xhtml || depth > maxDepth || (depth === 1 && local !== 'div')) refuse()
  })
  parser.on('closetag', () => void (depth -= 1))
  try {
    parser.write(div).close()
    return true
  } catch {
    return false
  }
}
