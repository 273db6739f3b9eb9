// Whether a narrative is the small, safe part of XHTML that FHIR allows (R4 narrative.html, txt-1 and txt-2).
//
// Stricter than the letter where a page would read the text as HTML and not as XML: what hides markup from one of the two readers
// (comments and CDATA sections that hold angle brackets) is refused.

import { type NarrativeFault, attributeFault, elementFault } from './narrative-rules.ts'

export type { NarrativeFault }

/**
 * Everything that is wrong with a narrative's `div`, each kind of fault once, in the order of the text; empty when it is right. One
 * pass in time proportional to the text, on a stack of its own; never throws. Where the text stops being XML the rest is only
 * looked through for active content.
 */
export function narrativeFaults(div: string): readonly NarrativeFault[] {
  const reading: Reading = { text: div, at: 0, open: [], isRootSeen: false, hasContent: false, faults: new Map() }
  if (hasWrongCharacter.test(div) || !div.isWellFormed()) note(reading, invalid('holds a character that XML does not have'))
  while (reading.at < div.length) {
    const broken = step(reading)
    if (!broken) continue
    note(reading, invalid(broken))
    const isUnsafe = [...reading.faults.values()].some(({ id }) => id === 'narrative-unsafe')
    if (!isUnsafe && active.test(div.slice(reading.at))) note(reading, unsafe('holds active content'))
    return [...reading.faults.values()]
  }
  if (reading.open.length > 0) note(reading, invalid('ends before its elements are closed'))
  else if (!reading.isRootSeen) note(reading, invalid('must be one div element'))
  else if (!reading.hasContent) note(reading, invalid('txt-2: has no content'))
  return [...reading.faults.values()]
}

/** Nobody writes tables within tables deeper. */
const maxDepth = 100

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const hasWrongCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
/** For what cannot be read as XML any more. No part can match what its neighbour matches. */
const active =
  /<\s*(?:\/\s*)?(?:script|iframe|frame|object|embed|form|input|button|link|meta|base|svg|math|style|head|body)\b|[\s"'/]on[a-z]+\s*=|(?:java|vb)script:|data:text\/html|<!(?:DOCTYPE|ENTITY)/i

interface Reading {
  readonly text: string
  at: number
  readonly open: string[]
  isRootSeen: boolean
  hasContent: boolean
  readonly faults: Map<string, NarrativeFault>
}

/** Why the text is no XML, when it is none. */
type Broken = string | undefined

function invalid(text: string): NarrativeFault {
  return { id: 'narrative-invalid', text }
}

function unsafe(text: string): NarrativeFault {
  return { id: 'narrative-unsafe', text }
}

function note(reading: Reading, fault: NarrativeFault | undefined): void {
  if (fault && !reading.faults.has(fault.text)) reading.faults.set(fault.text, fault)
}

function step(reading: Reading): Broken {
  const { text, at } = reading
  if (text.charCodeAt(at) !== lessThan) return characters(reading)
  switch (text.charAt(at + 1)) {
    case '/':
      return closing(reading)
    case '?':
      return 'holds a processing instruction'
    case '!':
      return declaration(reading)
    default:
      return opening(reading)
  }
}

const lessThan = 60

function characters(reading: Reading): Broken {
  const end = endAt(reading.text, '<', reading.at) ?? reading.text.length
  const raw = reading.text.slice(reading.at, end)
  reading.at = end
  if (raw.includes(']]>')) return 'holds the end of a CDATA section that did not begin'
  const decoded = decode(raw)
  if (decoded === undefined) return strangeEntity
  if (decoded.trim() === '') return undefined
  if (reading.open.length === 0) return 'has text outside its div'
  reading.hasContent = true
  return undefined
}

const strangeEntity = 'holds an entity that XML does not have, or an ampersand by itself'

function declaration(reading: Reading): Broken {
  const { text, at } = reading
  if (text.startsWith('<!--', at)) return hidden(reading, 4, '-->')
  if (text.startsWith('<![CDATA[', at)) {
    if (reading.open.length === 0) return 'has text outside its div'
    const start = at + 9
    const broken = hidden(reading, 9, ']]>')
    if (!broken && text.slice(start, reading.at - 3).trim() !== '') reading.hasContent = true
    return broken
  }
  note(reading, unsafe('declares a document type or an entity'))
  return 'holds a declaration'
}

/** A comment or a CDATA section. */
function hidden(reading: Reading, length: number, close: string): Broken {
  const start = reading.at + length
  const end = endAt(reading.text, close, start)
  if (end === undefined) return 'holds a comment or CDATA section that does not end'
  const inner = reading.text.slice(start, end)
  if (close === '-->' && (inner.includes('--') || inner.endsWith('-'))) return 'holds a comment with two hyphens in it'
  // A conditional comment of old browsers has one too.
  if (/[<>]/.test(inner)) note(reading, unsafe('hides markup in a comment or CDATA section'))
  reading.at = end + close.length
  return undefined
}

function closing(reading: Reading): Broken {
  const name = nameAt(reading.text, reading.at + 2)
  const end = spaceEnd(reading.text, reading.at + 2 + name.length)
  if (name === '' || reading.text.charAt(end) !== '>') return 'holds a tag that is not well formed'
  if (reading.open.pop() !== name) return 'closes an element that is not open'
  reading.at = end + 1
  return undefined
}

function opening(reading: Reading): Broken {
  const name = nameAt(reading.text, reading.at + 1)
  if (name === '') return 'holds a tag that is not well formed'
  const isRoot = reading.open.length === 0
  if (isRoot && reading.isRootSeen) return 'has more than one element at its top'
  note(reading, elementFault(name, isRoot))
  reading.isRootSeen = true
  if (name === 'img') reading.hasContent = true
  const attributes = new Map<string, string>()
  const end = attributesEnd(reading, reading.at + 1 + name.length, attributes)
  if (typeof end === 'string') return end
  for (const [attribute, value] of attributes) note(reading, attributeFault(name, attribute, value))
  if (isRoot && !attributes.has('xmlns')) note(reading, invalid('its div must be in the XHTML namespace (xmlns)'))
  return enter(reading, name, end)
}

/** `end` stands at the `>` or `/>` of the opening tag. */
function enter(reading: Reading, name: string, end: number): Broken {
  const isEmpty = reading.text.charAt(end) === '/'
  if (!isEmpty && reading.open.length >= maxDepth) return `is nested deeper than ${maxDepth} elements`
  if (!isEmpty) reading.open.push(name)
  reading.at = end + (isEmpty ? 2 : 1)
  return undefined
}

/** Reads the attributes into the map; where the tag ends, or why it is no tag. */
function attributesEnd({ text }: Reading, start: number, attributes: Map<string, string>): number | string {
  let at = start
  for (;;) {
    const next = spaceEnd(text, at)
    if (text.charAt(next) === '>' || text.startsWith('/>', next)) return next
    const name = nameAt(text, next)
    if (name === '' || next === at) return 'holds a tag that is not well formed'
    if (attributes.has(name)) return 'holds an attribute twice'
    const value = quotedAt(text, next + name.length)
    if (!value) return 'holds an attribute without a quoted value'
    const decoded = decode(value.raw)
    if (decoded === undefined) return strangeEntity
    attributes.set(name, decoded)
    at = value.end
  }
}

function quotedAt(text: string, start: number): { readonly raw: string; readonly end: number } | undefined {
  const equals = spaceEnd(text, start)
  if (text.charAt(equals) !== '=') return undefined
  const open = spaceEnd(text, equals + 1)
  const quote = text.charAt(open)
  if (quote !== '"' && quote !== "'") return undefined
  const end = endAt(text, quote, open + 1)
  const raw = text.slice(open + 1, end ?? open + 1)
  return end === undefined || raw.includes('<') ? undefined : { raw, end: end + 1 }
}

function endAt(text: string, what: string, from: number): number | undefined {
  const at = text.indexOf(what, from)
  return at < 0 ? undefined : at
}

const nameForm = /[A-Za-z_:][A-Za-z0-9_:.-]*/y

/** '' where no name stands. No element or attribute of narrative has a letter outside ASCII. */
function nameAt(text: string, at: number): string {
  nameForm.lastIndex = at
  return nameForm.exec(text)?.[0] ?? ''
}

function spaceEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break
  }
  return at
}

const entityForm = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/y
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text with its entities replaced, once; undefined when one of them is none of XML's (R4: "there is no support for HTML entities"). */
function decode(raw: string): string | undefined {
  const parts: string[] = []
  let from = 0
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', from)) {
    entityForm.lastIndex = at
    const match = entityForm.exec(raw)
    const character = match && characterOf(match)
    if (!character) return undefined
    parts.push(raw.slice(from, at), character)
    from = entityForm.lastIndex
  }
  return parts.length === 0 ? raw : parts.join('') + raw.slice(from)
}

function characterOf([, decimal, hexadecimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return named[name]
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  if (code > 0x10ffff) return undefined
  const character = String.fromCodePoint(code)
  return hasWrongCharacter.test(character) || !character.isWellFormed() ? undefined : character
}
