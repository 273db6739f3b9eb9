// A quick yes for narrative that is nothing but text in plain tags, as systems write it; anything else is read with care.

import { isPlain } from './plain-text.ts'
import { maxTextLength } from './primitive-fault.ts'

const slash = 47
const greaterThan = 62
const opening = '<div xmlns="http://www.w3.org/1999/xhtml">'

/** Of elements that FHIR allows and that have no attributes, their names by number: an end tag must close what was opened last. */
const names = [
  'div',
  'p',
  'b',
  'i',
  'ul',
  'ol',
  'li',
  'table',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'span',
  'em',
  'strong',
]
/** By a number that is made of a name's letters. */
const numbers: ReadonlyMap<number, number> = new Map(names.map((name, at) => [lettersOf(name, 0, name.length), at]))
/** Those of one letter, by the letter. */
const singles: Readonly<Record<number, number>> = Object.fromEntries(
  names.flatMap((name, at) => (name.length === 1 ? [[name.charCodeAt(0), at]] : [])),
)
const longestName = 6
const empty = ['<br/>', '<br />', '<hr/>', '<hr />']
const maxOpen = 50
/** Used again by every reading: none is ever interrupted. */
const open = new Uint8Array(maxOpen + 1)

/** True: right for certain. False: not known. */
export function isPlainNarrative(div: string): boolean {
  if (!div.startsWith(opening) || div.length > maxTextLength || !isPlainMarkup(div)) return false
  let at = opening.length
  let depth = 1
  let hasText = false
  open[0] = 0
  while (depth > 0) {
    const next = div.indexOf('<', at)
    if (next < 0) return false
    hasText ||= next > at && hasLetters(div, at, next)
    const isEnd = div.charCodeAt(next + 1) === slash
    const name = tagAt(div, next + (isEnd ? 2 : 1))
    if (name < 0) {
      const tag = empty.find((one) => div.startsWith(one, next))
      if (tag === undefined) return false
      at = next + tag.length
      continue
    }
    at = next + (names[name]?.length ?? 0) + (isEnd ? 3 : 2)
    if (isEnd) {
      depth -= 1
      if (open[depth] !== name) return false
    } else {
      if (depth >= maxOpen) return false
      open[depth] = name
      depth += 1
    }
  }
  return at === div.length && hasText
}

/** ASCII without entities, sections and control characters other than line ends and tabs. */
function isPlainMarkup(div: string): boolean {
  return (isPlain(div, 32) || !strange.test(div)) && !div.includes('&') && !(div.includes(']') && div.includes(']]>'))
}

const strange = /[^\x20-\x7e\n\r\t]/

function hasLetters(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (text.charCodeAt(i) > 32) return true
  return false
}

/** The number of the name that stands here, right before a `>`; -1 when it is none of them. */
function tagAt(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === greaterThan) return singles[text.charCodeAt(at)] ?? -1
  let end = at
  while (end < at + longestName && text.charCodeAt(end) > slash && text.charCodeAt(end) !== greaterThan) end += 1
  if (text.charCodeAt(end) !== greaterThan) return -1
  const found = numbers.get(lettersOf(text, at, end)) ?? -1
  return found >= 0 && text.startsWith(names[found] ?? '', at) && names[found]?.length === end - at ? found : -1
}

/** A small number, which the names do not share; what else has it is told apart by its text. */
function lettersOf(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i += 1) number = (number * 37 + text.charCodeAt(i)) & 0xffffff
  return number
}
