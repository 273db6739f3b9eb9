// Discharge referrals that arrive as forms: recognised and read as the source's settings say, as ServiceRequest and statements.

import { prefixOf } from '../../engine/codes.ts'
import type { Context } from '../../engine/row.ts'
import { textCell } from '../../engine/cell.ts'
import { dateTime, ukDate } from '../../engine/time.ts'
import type { Assertion, Draft, Issue, Key } from '../../mapped.ts'
import type { Form, Question, SourceSettings } from '../../source.ts'
import { criteriaToReside, type CriteriaToReside } from '../readiness.ts'
import { isPiece } from './documents.ts'
import type { Answer } from './obx.ts'

/** What of the message tells which form it is. */
export interface FormMarks {
  readonly 'OBR-4': readonly string[]
  readonly 'TXA-2': readonly string[]
  readonly 'OBX-3': readonly string[]
}

export function formOf(type: string, marks: FormMarks, { forms }: SourceSettings): Form | undefined {
  return forms.find(
    ({ message, recognisedBy }) =>
      message === type &&
      (['OBR-4', 'TXA-2', 'OBX-3'] as const).every((field) => {
        const codes = recognisedBy[field]
        return codes === undefined || codes.some((code) => marks[field].includes(code))
      }),
  )
}

export interface FormInput {
  readonly form: Form
  readonly answers: readonly Answer[]
  readonly number: Key | undefined
  readonly authored: string | undefined
  readonly occurred: string | undefined
  readonly recorded: string | undefined
  readonly spell: Key | undefined
  readonly hasSpell: boolean
  readonly hasDocument: boolean
  readonly context: Context
}

export interface ReadForm {
  readonly hub?: string
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
}

export function readForm(input: FormInput): ReadForm {
  const asked = input.answers.flatMap((answer, index) => (isPiece(answer) ? [] : [said(answer, index, input.form)]))
  const valid = asked.filter(({ isWithdrawn }) => !isWithdrawn)
  const criteria = criteriaOf(valid, input)
  const hub = hubOf(valid) ?? input.form.hub
  return {
    ...(hub !== undefined && { hub }),
    drafts: [referral(valid, input), ...criteria.drafts],
    issues: [...asked.filter(({ isWithdrawn }) => isWithdrawn).map(({ location }) => withdrawn(location)), ...criteria.issues],
  }
}

interface Said {
  readonly location: string
  readonly question: string
  readonly means: Question | undefined
  readonly code: string
  readonly words: string
  readonly at: string | undefined
  readonly isWithdrawn: boolean
}

function said({ question, values = [], at, status = '' }: Answer, index: number, form: Form): Said {
  const code = question?.coding?.[0]?.code ?? question?.text ?? ''
  return {
    location: `OBX[${index + 1}]-5`,
    question: question?.text ?? code,
    means: Object.hasOwn(form.questions, code) ? form.questions[code] : undefined,
    code: values[0]?.[0] ?? '',
    words: values
      .map((components) => components[1] || components[0] || '')
      .filter(Boolean)
      .join('; '),
    at,
    // Table 0085: deleted, not to be obtained, wrong.
    isWithdrawn: ['D', 'X', 'W'].includes(status),
  }
}

function hubOf(answers: readonly Said[]): string | undefined {
  for (const { means, code, words } of answers) {
    if (means?.means !== 'hub') continue
    const named = [code, words]
      .map((text) => (Object.hasOwn(means.answers, text) ? means.answers[text] : undefined))
      .find(Boolean)
    if (named) return named
  }
  return undefined
}

function referral(answers: readonly Said[], input: FormInput): Draft {
  const { form, number, authored, hasSpell, hasDocument } = input
  const reasons = answers
    .filter(({ means }) => means?.means === 'reason')
    .map(({ words }) => words)
    .filter(Boolean)
  const rest = answers.filter(({ means, words }) => means === undefined && words !== '')
  const note = rest.map(({ question, words }) => `${question}: ${words}`).join('\n')
  const { system, code, display } = form.code
  const assertions: readonly (readonly [path: string, value: unknown])[] = [
    ['code', { coding: [{ system, code, ...(display && { display }) }] }],
    ['subject', { reference: 'draft:patient' }],
    ...(number ? [[`identifier[system=${number.system}]`, number] as const] : []),
    ...(hasSpell ? [['encounter', { reference: 'draft:spell' }] as const] : []),
    ...(authored ? [['authoredOn', authored] as const] : []),
    ...(reasons.length > 0 ? [['reasonCode', reasons.map((text) => ({ text }))] as const] : []),
    ...(note ? [['note', [{ text: note }]] as const] : []),
    ...(hasDocument ? [['supportingInfo', [{ reference: 'draft:document' }]] as const] : []),
  ]
  return {
    name: 'referral',
    type: 'ServiceRequest',
    keys: number ? [number] : [],
    assertions: assertions.map(([path, value]): Assertion => ({ state: 'set', path, value })),
    // A form that is sent again must not re-open a referral that has ended.
    initial: [
      { state: 'set', path: 'status', value: 'active' },
      { state: 'set', path: 'intent', value: 'order' },
    ],
  }
}

/** Only an answer that is listed as yes or no says anything about criteria to reside. */
function criteriaOf(answers: readonly Said[], input: FormInput): { drafts: readonly Draft[]; issues: readonly Issue[] } {
  const answer = answers.find(({ means }) => means?.means === 'criteria-to-reside')
  if (!answer || answer.means?.means !== 'criteria-to-reside') return { drafts: [], issues: [] }
  const value = valueOf(answer, answer.means)
  const effective = answer.at ?? input.occurred
  if (!value) return { drafts: [], issues: answer.words || answer.code ? [unknownAnswer(answer.location)] : [] }
  if (!effective || !input.spell) return { drafts: [], issues: [withoutStay(answer.location)] }
  const ready = readyDate(answers, input.context)
  const draft = criteriaToReside(
    value,
    { spell: input.spell, effective, recorded: input.recorded },
    value === 'no-longer-meets' ? { dischargeReadyDate: ready.date } : {},
  )
  return { drafts: [draft], issues: ready.issues }
}

function valueOf({ code, words }: Said, { meets, noLongerMeets }: Extract<Question, { means: 'criteria-to-reside' }>) {
  const given = [code, words].filter(Boolean).map(prefixOf)
  const isAmong = (list: readonly string[]) => list.some((listed) => given.includes(prefixOf(listed)))
  const [yes, no] = [isAmong(meets), isAmong(noLongerMeets)]
  if (yes === no) return undefined
  return yes ? 'meets' : ('no-longer-meets' satisfies CriteriaToReside)
}

function readyDate(answers: readonly Said[], context: Context): { date?: string; issues: readonly Issue[] } {
  const answer = answers.find(({ means, code }) => means?.means === 'discharge-ready-date' && code !== '')
  if (!answer) return { issues: [] }
  const read = [dateTime, ukDate]
    .map((type) => type.parse(textCell(answer.code), context).value)
    .find((value) => typeof value === 'string')
  if (typeof read === 'string') return { date: read, issues: [] }
  const text = 'This is not a date that exists; it was not taken.'
  return {
    issues: [{ severity: 'error', id: 'date-invalid', text, location: answer.location, expression: 'Observation.component' }],
  }
}

const unknownAnswer = (location: string): Issue => ({
  severity: 'warning',
  id: 'code-unknown',
  text: 'This answer is none of those that the settings take for meeting, or no longer meeting, the criteria to reside.',
  location,
  expression: 'Observation.valueCodeableConcept',
})
const withdrawn = (location: string): Issue => ({
  severity: 'information',
  id: 'answer-withdrawn',
  text: 'OBX-11 takes this answer back; it was not read.',
  location,
})
const withoutStay = (location: string): Issue => ({
  severity: 'warning',
  id: 'stay-missing',
  text: 'The form says something about criteria to reside, but not of which stay and when; it was not taken.',
  location,
  expression: 'Observation.encounter',
})
