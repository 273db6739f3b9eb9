// A small reader of XML for definitions that are published in it: elements, attributes, text. No DTD, no entities of its own.

/** One element, with its name without prefix. */
export interface XmlElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The element as it was written; what narrative keeps. */
  readonly source: string
}

export interface XmlDocument {
  readonly root: XmlElement
  /** Lines with text where FHIR has only elements: passed over, for the reader to name. */
  readonly strayLines: readonly number[]
}

export interface XmlFault {
  readonly reason: string
  readonly line: number
}

/** Deeper than this is no FHIR. */
const maxDepth = 100

interface Open {
  readonly tag: string
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  readonly namespaces: ReadonlyMap<string, string>
  readonly start: number
}

interface Scan {
  readonly text: string
  at: number
  readonly open: Open[]
  root: XmlElement | undefined
  readonly strayLines: number[]
}

class Malformed extends Error {}

/** Reads a document. Never throws, in time proportional to its length. */
export function readXml(text: string): XmlDocument | XmlFault {
  const scan: Scan = { text, at: 0, open: [], root: undefined, strayLines: [] }
  try {
    while (scan.at < text.length) step(scan)
    if (scan.open.length > 0) throw new Malformed(`${scan.open.at(-1)?.tag} is not closed`)
    if (!scan.root) throw new Malformed('has no element')
    return { root: scan.root, strayLines: scan.strayLines }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return { reason: error.message, line: lineOf(scan) }
  }
}

export function isXmlFault(read: XmlDocument | XmlFault): read is XmlFault {
  return 'reason' in read
}

function step(scan: Scan): void {
  const { text, at } = scan
  if (text[at] !== '<') characters(scan)
  else if (text.startsWith('<!--', at)) skip(scan, '-->')
  else if (text.startsWith('<?', at)) skip(scan, '?>')
  else if (text.startsWith('<![CDATA[', at) && scan.open.length > 0) skip(scan, ']]>')
  else if (text.startsWith('<!', at)) throw new Malformed('has a document type declaration, which FHIR does not allow')
  else if (text[at + 1] === '/') close(scan)
  else openTag(scan)
}

/** FHIR's values stand in attributes: text is only narrative, which is kept as it was written. */
function characters(scan: Scan): void {
  const next = scan.text.indexOf('<', scan.at)
  const end = next < 0 ? scan.text.length : next
  const isStray = scan.open.at(-1)?.namespace !== xhtml && /\S/.test(scan.text.slice(scan.at, end))
  if (isStray && scan.open.length === 0) throw new Malformed('has text outside of its root element')
  if (isStray && scan.strayLines.length < maxStray) scan.strayLines.push(lineOf(scan))
  scan.at = end
}

/** More of them would say nothing more. */
const maxStray = 20

function lineOf({ text, at }: Scan): number {
  return text.slice(0, at).split('\n').length
}

/** The namespace of narrative, where text may stand. */
export const xhtml = 'http://www.w3.org/1999/xhtml'

function skip(scan: Scan, ending: string): void {
  const end = scan.text.indexOf(ending, scan.at)
  if (end < 0) throw new Malformed(`${ending} is missing`)
  scan.at = end + ending.length
}

function close(scan: Scan): void {
  const match = at(scan, /<\/([^\s<>/]+)\s*>/y)
  const element = scan.open.pop()
  if (!match || !element || match[1] !== element.tag) throw new Malformed('closes an element that is not open')
  scan.at += match[0].length
  finish(scan, element)
}

function finish(scan: Scan, { name, namespace, attributes, children, start }: Open): void {
  const element = { name, namespace, attributes, children, source: scan.text.slice(start, scan.at) }
  const parent = scan.open.at(-1)
  if (parent) parent.children.push(element)
  else if (scan.root) throw new Malformed('has two root elements')
  else scan.root = element
}

function openTag(scan: Scan): void {
  const start = scan.at
  const match = at(scan, /<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)/y)
  if (!match?.[1]) throw new Malformed('has a < that begins no element')
  if (scan.open.length >= maxDepth) throw new Malformed(`is nested deeper than ${maxDepth} levels`)
  scan.at += match[0].length
  const given = attributesOf(scan)
  const end = at(scan, /\s*(\/?)>/y)
  if (!end) throw new Malformed(`${match[1]} is not well-formed`)
  scan.at += end[0].length
  const element = opened(match[1], given, scan.open.at(-1)?.namespaces, start)
  if (end[1] === '/') finish(scan, element)
  else scan.open.push(element)
}

function attributesOf(scan: Scan): Map<string, string> {
  const found = new Map<string, string>()
  for (;;) {
    const match = at(scan, /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/y)
    if (!match?.[1]) return found
    if (found.has(match[1])) throw new Malformed(`attribute ${match[1]} stands there twice`)
    found.set(match[1], unescaped(match[2] ?? match[3] ?? ''))
    scan.at += match[0].length
  }
}

function opened(tag: string, given: ReadonlyMap<string, string>, around: Open['namespaces'] | undefined, start: number): Open {
  const declared = [...given].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  const namespaces =
    declared.length > 0 ? new Map([...(around ?? []), ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]) : around
  const attributes = new Map([...given].filter(([name]) => !name.startsWith('xml')))
  const colon = tag.indexOf(':')
  const namespace = namespaces?.get(colon < 0 ? '' : tag.slice(0, colon))
  if (namespace === undefined) throw new Malformed(`${tag} is in no namespace`)
  return { tag, name: tag.slice(colon + 1), namespace, attributes, children: [], namespaces: namespaces ?? new Map(), start }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML turns line ends and tabs in attributes into spaces, unless they are written as characters by number. */
function unescaped(value: string): string {
  return value.replaceAll(/[\t\r\n]/g, ' ').replaceAll(/&([^;&\s]*);?/g, (whole, name: string) => {
    const code = name.startsWith('#x')
      ? Number.parseInt(name.slice(2), 16)
      : name.startsWith('#')
        ? Number(name.slice(1))
        : undefined
    const character =
      code === undefined ? entities[name] : code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined
    if (character === undefined || !whole.endsWith(';')) throw new Malformed(`has an entity that XML does not define`)
    return character
  })
}

function at(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scan.at
  return pattern.exec(scan.text)
}
