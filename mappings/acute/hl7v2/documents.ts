// Documents in OBX segments: what they are by their content, joined where a sender cut them, as DocumentReference and Binary.

import type { Assertion, Draft, Issue, Key } from '../../mapped.ts'
import { isRecord } from '../../engine/path.ts'
import type { Answer } from './obx.ts'

/** The first characters of the base64 of what each kind of file begins with; labels lie. */
const kinds: readonly (readonly [start: string, contentType: string])[] = [
  ['JVBERi0', 'application/pdf'],
  ['e1xydG', 'application/rtf'],
  ['UEsDB', 'application/zip'],
  ['/9j/', 'image/jpeg'],
  ['iVBORw0KGgo', 'image/png'],
  ['SUkqA', 'image/tiff'],
  ['TU0AK', 'image/tiff'],
]

export interface Attachment {
  readonly contentType: string
  /** Base64. */
  readonly data: string
}

export interface Attachments {
  readonly attachments: readonly Attachment[]
  readonly issues: readonly Issue[]
}

/** Which answers are pieces of a document: by OBX-2, or because they look like one. */
export function isPiece({ valueType, values = [] }: Answer): boolean {
  if (valueType === 'ED') return values.some((components) => components.some((text) => text !== ''))
  return values.some((components) => components.some((text) => kindOf(text) !== undefined))
}

/** Pieces in the order of OBX-4; one that begins as a file begins starts a document, any other goes on with the last. */
export function attachmentsOf(answers: readonly Answer[]): Attachments {
  const pieces = answers.filter(isPiece).toSorted((one, other) => orderOf(one) - orderOf(other))
  const joined: string[] = []
  for (const piece of pieces.map(dataOf)) {
    if (kindOf(piece) !== undefined || joined.length === 0) joined.push(piece)
    else joined[joined.length - 1] += piece
  }
  const lines = answers.filter(({ valueType }) => valueType === 'TX' || valueType === 'FT')
  if (joined.length === 0 && lines.length > 0) return { attachments: [plainText(lines)], issues: [] }
  const sound = joined.filter(isBase64)
  const broken = joined.length - sound.length
  return {
    attachments: sound.map((data) => ({ contentType: kindOf(data) ?? 'application/octet-stream', data })),
    issues: [...(broken > 0 ? [unreadable] : []), ...(sound.some((data) => !kindOf(data)) ? [ofUnknownKind] : [])],
  }
}

const orderOf = ({ part = '' }: Answer): number => Number.parseInt(part, 10) || 0

const kindOf = (data: string): string | undefined => kinds.find(([start]) => data.startsWith(start))?.[1]

/** The component that holds the data: the last of an ED, whatever stands before it; without MIME headers and line breaks. */
function dataOf({ values = [] }: Answer): string {
  const texts = values.flatMap((components) => {
    const found = components.find((text) => kindOf(text.trimStart()) !== undefined)
    return [found ?? components.findLast((text) => text !== '') ?? '']
  })
  return texts.map((text) => withoutMimeHeader(text).replaceAll(/\s/g, '')).join('')
}

function withoutMimeHeader(text: string): string {
  if (!/^\s*(MIME-Version|Content-[\w-]+):/i.test(text)) return text
  const end = /\r?\n\s*\r?\n/.exec(text)
  return end ? text.slice(end.index + end[0].length) : text.replace(/^(\s*[\w-]+:.*\r?\n)+/, '')
}

const isBase64 = (text: string): boolean => text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text)

function plainText(answers: readonly Answer[]): Attachment {
  const text = answers
    .map(({ values = [] }) => values.map((components) => components.filter(Boolean).join(' ')).join('\n'))
    .join('\n')
  return { contentType: 'text/plain;charset=utf-8', data: Buffer.from(text, 'utf8').toString('base64') }
}

const unreadable: Issue = {
  severity: 'error',
  id: 'document-unreadable',
  text: 'OBX-5 holds something that is not base64; it was not taken as a document.',
  location: 'OBX-5',
  expression: 'DocumentReference.content.attachment',
}
const ofUnknownKind: Issue = {
  severity: 'warning',
  id: 'document-kind-unknown',
  text: 'The document does not begin as any kind of file that is known here; it was kept as it is.',
  location: 'OBX-5',
  expression: 'DocumentReference.content.attachment.contentType',
}

/** The DocumentReference with one Binary for each attachment. */
export function documentDrafts(
  said: readonly Assertion[],
  attachments: readonly Attachment[],
  { hasSpell, title }: { hasSpell: boolean; title: string | undefined },
): readonly Draft[] {
  const number = said.find(({ path }) => path === 'masterIdentifier')
  const description = valueOf(said, 'description') ?? title
  const spell = { reference: 'draft:spell' }
  const name = (index: number) => (index === 0 ? 'binary' : `binary-${index + 1}`)
  const content = attachments.map(({ contentType }, index) => ({
    attachment: {
      contentType,
      url: `draft:${name(index)}`,
      ...(typeof description === 'string' && { title: description }),
    },
  }))
  const binaries = attachments.map(({ contentType, data }, index): Draft => ({
    name: name(index),
    type: 'Binary',
    keys: [],
    assertions: [
      { state: 'set', path: 'contentType', value: contentType },
      { state: 'set', path: 'securityContext', value: hasSpell ? spell : { reference: 'draft:patient' } },
      { state: 'set', path: 'data', value: data },
    ],
  }))
  const reference: Draft = {
    name: 'document',
    type: 'DocumentReference',
    keys: number?.state === 'set' && isKey(number.value) ? [number.value] : [],
    assertions: [
      { state: 'set', path: 'status', value: 'current' },
      { state: 'set', path: 'subject', value: { reference: 'draft:patient' } },
      ...(hasSpell ? [{ state: 'set', path: 'context.encounter', value: [spell] } as const] : []),
      ...said,
      ...(description !== undefined && valueOf(said, 'description') === undefined
        ? [{ state: 'set', path: 'description', value: description } as const]
        : []),
      { state: 'set', path: 'content', value: content },
    ],
  }
  return [reference, ...binaries]
}

function valueOf(said: readonly Assertion[], path: string): unknown {
  const found = said.find((one) => one.path === path)
  return found?.state === 'set' ? found.value : undefined
}

export const isKey = (value: unknown): value is Key =>
  isRecord(value) && typeof value['system'] === 'string' && typeof value['value'] === 'string'
