// The JSON form of a resource, built from the tags of its XML as they come.

import type { SaxesAttributeNS, SaxesTagNS } from 'saxes'
import { type XmlElement, type XmlType, xmlType } from './elements.ts'
import { addToList, flush, pathOf, type Frame, type Json } from './frame.ts'
import { note, stop, type FaultAt, type Noting, type XmlFault } from './faults.ts'
import { closeNarrative, openNarrative, openInNarrative, writeInNarrative, xhtml, type Narrative } from './narrative.ts'
import { valueOf } from './values.ts'

export const fhir = 'http://hl7.org/fhir'

/** A document that is being read. */
export interface Reading extends Noting {
  readonly text: string
  readonly depth: number
  readonly faults: FaultAt[]
  root: Json | undefined
  frame: Frame | undefined
  /** Where the tag at hand begins, and where the last thing that was read ends. */
  start: number
  behind: number
  /** Open elements below one that is unknown. */
  skipped: number
  narrative: Narrative | undefined
  /** Decimals that keep their text. */
  kept: number
}

export function beginReading(text: string, depth: number): Reading {
  const nothing = { root: undefined, frame: undefined, narrative: undefined }
  return { text, depth, faults: [], ...nothing, start: 0, behind: 0, skipped: 0, kept: 0 }
}

/** A tag begins: too many within each other end the reading before anything of it is built. */
export function openStart(reading: Reading, start: number): void {
  reading.start = start
  const around = (reading.frame?.level ?? 0) + reading.skipped
  if (around > reading.depth) tooDeep(reading)
}

export function open(reading: Reading, tag: SaxesTagNS): void {
  const { frame, narrative } = reading
  if (reading.skipped > 0) reading.skipped += 1
  else if (narrative) openInNarrative(reading, narrative, tag)
  else if (!frame) openRoot(reading, tag)
  else if (frame.element?.kind === 'resource') openHeld(reading, frame, tag)
  else openChild(reading, frame, tag)
}

export function close(reading: Reading, tag: SaxesTagNS, end: number): void {
  if (reading.skipped > 0) {
    reading.skipped -= 1
    return
  }
  const { narrative, frame } = reading
  if (narrative) {
    const div = closeNarrative(reading, narrative, tag, end)
    if (div === undefined || !frame) return
    frame.json['div'] = div
    reading.narrative = undefined
  } else if (frame) closeFrame(reading, frame)
}

/** FHIR's values stand in attributes: text is only in narrative. */
export function text(reading: Reading, inner: string, isCdata: boolean): void {
  if (reading.skipped > 0) return
  if (reading.narrative) return writeInNarrative(reading.narrative, inner, isCdata ? 'cdata' : 'text')
  const found = isCdata || /[^ \t\r\n]/.test(inner)
  if (found && reading.frame)
    fault(reading, 'xml-text', 'holds text, which FHIR has only in narrative', reading.frame, offsetOfText(reading))
}

export function comment(reading: Reading, inner: string): void {
  if (reading.narrative && reading.skipped === 0) writeInNarrative(reading.narrative, inner, 'comment')
}

function openRoot(reading: Reading, tag: SaxesTagNS): void {
  if (tag.uri !== fhir) stop(reading, 'xml-namespace', `is not in the namespace ${fhir}`, reading.start)
  const type = resourceType(tag.local)
  if (!type) stop(reading, 'xml-root', 'is no resource of R4', reading.start)
  const frame = opened(reading, undefined, type, { resourceType: type.path }, 0, 1)
  readAttributes(reading, frame, tag)
  reading.root = frame.json
}

function resourceType(name: string): XmlType | undefined {
  const type = /^[A-Z][A-Za-z]*$/.test(name) ? xmlType(name) : undefined
  return type?.isResource === true ? type : undefined
}

/** The one resource within `contained`, `resource` and the like. */
function openHeld(reading: Reading, holder: Frame, tag: SaxesTagNS): void {
  const type = tag.uri === fhir ? resourceType(tag.local) : undefined
  if (holder.hasChild) fault(reading, 'xml-element-repeated', 'holds more than one resource', holder, reading.start)
  else if (tag.uri !== fhir) fault(reading, 'xml-namespace', `holds what is not in the namespace ${fhir}`, holder, reading.start)
  else if (!type) fault(reading, 'xml-resource-unknown', 'holds what is no resource of R4', holder, reading.start)
  holder.hasChild = true
  if (!type) {
    reading.skipped = 1
    return
  }
  const frame = opened(reading, undefined, type, { resourceType: type.path }, 0, holder.level)
  readAttributes(reading, frame, tag)
  holder.value = frame.json
}

function openChild(reading: Reading, parent: Frame, tag: SaxesTagNS): void {
  parent.hasChild = true
  const element = parent.type.elements.get(tag.local)
  const isNarrative = element?.kind === 'xhtml'
  if (tag.uri !== (isNarrative ? xhtml : fhir)) {
    const words = `is not in the namespace ${isNarrative ? xhtml : fhir}`
    return skip(reading, 'xml-namespace', words, parent, tag.local)
  }
  if (!element || element.kind === 'attribute')
    return skip(reading, 'xml-element-unknown', 'is no element that FHIR has here', parent, tag.local)
  const index = placeOf(reading, parent, element)
  if (isNarrative) {
    reading.narrative = openNarrative(reading, tag, `${pathOf(parent)}.div`)
    return
  }
  openElement(reading, parent, element, index, tag)
}

function skip(reading: Reading, id: XmlFault['id'], words: string, parent: Frame, name: string): void {
  const isSpoken = /^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name)
  note(reading, id, words, reading.start, isSpoken ? `${pathOf(parent)}.${name}` : pathOf(parent))
  reading.skipped = 1
}

/** Which of its list an element is; faults when it stands where it may not. */
function placeOf(reading: Reading, parent: Frame, element: XmlElement): number {
  const { last } = parent
  const isNext = last === element && element.isList
  if (last !== element) flush(parent)
  const index = isNext ? parent.indexOfLast + 1 : lengthOf(parent.json[element.name] ?? parent.json[`_${element.name}`])
  const path = () => `${pathOf(parent)}.${element.base}${element.isList ? `[${index}]` : ''}`
  if (last && element.order < last.order)
    note(reading, 'xml-element-order', `stands behind ${last.name}, which R4 defines after it`, reading.start, path())
  else if (last && element.order === last.order && !isNext)
    note(reading, 'xml-element-repeated', 'may stand here only once', reading.start, path())
  parent.last = element
  parent.indexOfLast = index
  return index
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

function openElement(reading: Reading, parent: Frame, element: XmlElement, index: number, tag: SaxesTagNS): void {
  const type = xmlType(element.kind === 'object' ? element.type : 'Element')
  if (!type) return skip(reading, 'xml-element-unknown', 'is of a type that is not known here', parent, tag.local)
  const frame = opened(reading, element, type, {}, index, parent.level + (element.isList ? 2 : 1))
  // A primitive is an object only when something stands beside its value; a list it may stand in is one level all the same.
  if ((element.kind === 'primitive' ? frame.level - 1 : frame.level) > reading.depth) tooDeep(reading)
  readAttributes(reading, frame, tag)
}

function opened(
  reading: Reading,
  element: XmlElement | undefined,
  type: XmlType,
  json: Json,
  index: number,
  level: number,
): Frame {
  const rest = { value: undefined, hasChild: false, last: undefined, indexOfLast: 0, list: undefined }
  const frame = { parent: reading.frame, element, type, json, index, start: reading.start, level, ...rest }
  reading.frame = frame
  return frame
}

function tooDeep(reading: Reading): never {
  return stop(reading, 'xml-too-deep', `is nested deeper than ${reading.depth} levels`, reading.start)
}

const xmlns = 'http://www.w3.org/2000/xmlns/'
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

function readAttributes(reading: Reading, frame: Frame, { attributes }: SaxesTagNS): void {
  for (const key in attributes) {
    const attribute = attributes[key]
    if (attribute) readAttribute(reading, frame, attribute)
  }
}

function readAttribute(reading: Reading, frame: Frame, { uri, name, value }: SaxesAttributeNS): void {
  const { element, type, json } = frame
  if (uri === xmlns) {
    if (value.trim() === schemaInstance)
      fault(reading, 'xml-schema-instance', 'declares the schema instance namespace, which FHIR does not allow', frame)
    return
  }
  const isValue = name === 'value' && element?.kind === 'primitive'
  const isKnown = isValue || (element?.kind !== 'resource' && type.elements.get(name)?.kind === 'attribute')
  // With a prefix it has another name.
  if (!isKnown) return fault(reading, 'xml-attribute-unknown', 'has an attribute that FHIR does not have here', frame)
  if (!/[^ \t\r\n]/.test(value)) return fault(reading, 'xml-attribute-empty', 'has an attribute that is empty', frame)
  if (!isValue) {
    json[name] = value
    return
  }
  const read = valueOf(reading, value, element.type)
  if (read === undefined) fault(reading, 'xml-value-invalid', `has a value that is no ${element.type}`, frame)
  else frame.value = read
}

function closeFrame(reading: Reading, frame: Frame): void {
  flush(frame)
  reading.frame = frame.parent
  const { element, parent } = frame
  if (!element || !parent) return
  if (element.kind === 'primitive') return closePrimitive(reading, frame, parent, element)
  if (!frame.hasChild) fault(reading, 'xml-element-empty', 'is empty', frame)
  const value = element.kind === 'resource' ? frame.value : frame.json
  if (!element.isList) parent.json[element.name] = value
  else if (frame.index > 0) (parent.json[element.name] as unknown[]).push(value)
  else parent.json[element.name] = [value]
}

function closePrimitive(reading: Reading, frame: Frame, parent: Frame, element: XmlElement): void {
  const { value, json, hasChild } = frame
  let hasBeside = hasChild
  for (const _ in json) hasBeside = true
  if (hasBeside && frame.level > reading.depth) tooDeep(reading)
  if (value === undefined && !hasChild && !isFaulty(reading, frame))
    fault(reading, 'xml-element-empty', 'has neither a value nor an extension', frame)
  if (element.isList) return addToList(parent, element.name, value, hasBeside ? json : undefined)
  if (value !== undefined) parent.json[element.name] = value
  if (hasBeside) parent.json[`_${element.name}`] = json
}

/** An attribute of it was refused already: that it has no value would say the same again. */
const isFaulty = ({ faults }: Reading, { start }: Frame): boolean => faults.at(-1)?.offset === start

function fault(reading: Reading, id: XmlFault['id'], words: string, frame: Frame, offset = frame.start): void {
  note(reading, id, words, offset, pathOf(frame))
}

function offsetOfText({ text: whole, behind }: Reading): number {
  let at = behind
  while (at < whole.length && ' \t\r\n'.includes(whole.charAt(at))) at += 1
  return at
}
