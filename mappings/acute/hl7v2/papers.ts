// The papers that a message carries: a document, answers, and the referral form that they may be.

import { isRecord } from '../../engine/path.ts'
import type { Draft, Issue, Key } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import { attachmentsOf, documentDrafts, isKey } from './documents.ts'
import { formOf, readForm, type FormMarks, type ReadForm } from './forms.ts'
import { messages } from './messages.ts'
import { setIn, timesOf, type Read } from './segments.ts'

export interface Papers {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
  readonly form?: { readonly hub?: string }
}

/** The document of an MDM, and the form that an MDM or ORU may be. */
export function papersOf(
  source: SourceSettings,
  { read, type, spell, hasSpell }: { read: Read; type: string; spell: Key | undefined; hasSpell: boolean },
): Papers {
  const carries = messages[type]?.carries
  if (!carries) return { drafts: [], issues: [] }
  const { attachments, issues } = attachmentsOf(
    carries === 'document' ? read.answers : read.answers.filter(({ valueType }) => valueType === 'ED'),
  )
  const title = read.answers.find(({ question }) => question?.text)?.question?.text
  const document = attachments.length > 0 ? documentDrafts(read.of('TXA'), attachments, { hasSpell, title }) : []
  const form = formIn(source, { read, type, spell, hasSpell, hasDocument: document.length > 0 })
  const missing = carries === 'document' && attachments.length === 0 && issues.length === 0 ? [withoutDocument] : []
  const unread = carries === 'answers' && !form ? [unknownForm] : []
  return {
    drafts: [...document, ...(form?.drafts ?? [])],
    issues: [...issues, ...missing, ...unread, ...(form?.issues ?? [])],
    ...(form && { form: form.hub === undefined ? {} : { hub: form.hub } }),
  }
}

const withoutDocument: Issue = {
  severity: 'error',
  id: 'document-missing',
  text: 'No OBX-5 holds a document.',
  location: 'OBX-5',
  expression: 'DocumentReference.content',
}
const unknownForm: Issue = {
  severity: 'warning',
  id: 'form-unknown',
  text: 'The settings of this source know no such form; its answers were not read.',
  location: 'OBR-4',
}

function formIn(
  source: SourceSettings,
  found: { read: Read; type: string; spell: Key | undefined; hasSpell: boolean; hasDocument: boolean },
): ReadForm | undefined {
  const { read, type } = found
  const form = formOf(type, marksOf(read), source)
  if (!form) return undefined
  const number = setIn(read.of('OBR'), 'identifier') ?? setIn(read.of('TXA'), 'masterIdentifier')
  const authored = setIn(read.of('OBR'), 'authored') ?? setIn(read.of('TXA'), 'date') ?? read.occurred
  return readForm({
    ...found,
    ...timesOf(read),
    form,
    answers: read.answers,
    number: isKey(number) ? number : undefined,
    authored: typeof authored === 'string' ? authored : undefined,
    context: read.context,
  })
}

const marksOf = (read: Read): FormMarks => ({
  'OBR-4': namesOf(setIn(read.of('OBR'), 'code')),
  'TXA-2': namesOf(setIn(read.of('TXA'), 'type')),
  'OBX-3': read.answers.flatMap(({ question }) => namesOf(question)),
})

/** The codes of a concept, and its words. */
function namesOf(concept: unknown): readonly string[] {
  if (!isRecord(concept)) return []
  const codings: readonly unknown[] = Array.isArray(concept['coding']) ? concept['coding'] : []
  const names = [...codings.map((coding) => (isRecord(coding) ? coding['code'] : undefined)), concept['text']]
  return names.filter((name) => typeof name === 'string')
}
