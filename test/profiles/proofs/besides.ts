// What a broken example may break besides its own constraint, each with the reason why it cannot be otherwise.

import type { Constraint } from './constraints.ts'

interface Exception {
  readonly reason: string
  readonly applies: (constraint: Constraint) => boolean
  /** Which other issues it allows. */
  readonly issue: RegExp
}

const isBundle = ({ element }: Constraint): boolean => element.startsWith('Bundle')

export const exceptions: readonly Exception[] = [
  {
    reason: 'R4 asks of every extension that it has either a value or extensions (ext-1)',
    applies: ({ element, kind }) =>
      /xtension[^.]*\.(?:value\[x\]|extension)$/.test(element) && (kind === 'min' || kind === 'max'),
    issue: /^error invariant \S+ ext-1:/,
  },
  {
    reason: 'an element of which one slice must be there must be there itself: two rules ask for it',
    applies: ({ kind }) => kind === 'min',
    issue: /^error required \S+ (?:is required|at least \d+ required|slice \w+: is required)$/,
  },
  {
    reason: 'R4 asks the same of a document or message, or of any entry (bdl-2 to bdl-5, bdl-7, bdl-9 to bdl-12)',
    applies: isBundle,
    issue: /^error invariant Bundle\S* bdl-(?:2|3|4|5|7|9|10|11|12):/,
  },
  {
    reason:
      'a document without its Composition or its Patient is not about the Patient that it holds (hf-doc-1), and one that has it twice has an address twice (hf-doc-2)',
    applies: ({ element, kind }) => element.startsWith('Bundle.entry') && (kind === 'min' || kind === 'max'),
    issue: /^error invariant Bundle hf-doc-[12]:/,
  },
  {
    reason: 'an empty form answers nothing, so every rule about its answers fails with it',
    applies: ({ element, kind }) => element === 'QuestionnaireResponse.item' && kind === 'min',
    issue: /^error invariant QuestionnaireResponse hf-(?:na|am)-\d+:/,
  },
  {
    reason: 'a goal that is contained is none of the plan (hf-plan-1)',
    applies: ({ element, kind }) => element === 'CarePlan.activity.detail.goal' && kind === 'target-profile',
    issue: /^error invariant CarePlan hf-plan-1:/,
  },
  {
    reason:
      'the use case that the message names asks for the same resources, each as the same profile and as often, and so does whatever points at them',
    applies: ({ definition, element }) => definition.id === 'HomeFirstMessage' && element.startsWith('Bundle.entry'),
    issue: /^error (?:message-content|message-focus|reference-profile|required|too-many) Bundle\.entry/,
  },
  {
    reason: 'what a message is about must be found in it, by FHIR as well as by hf-msg-1',
    applies: ({ detail }) => detail === 'hf-msg-1',
    issue: /^error (?:reference-unresolved|message-focus-missing) Bundle\.entry\[0\]\.resource\.focus/,
  },
]

/** The reasons that cover all of the other issues; undefined when one of them has none. */
export function besidesOf(constraint: Constraint, issues: readonly string[]): readonly string[] | undefined {
  const reasons = issues.map((issue) => exceptions.find((one) => one.applies(constraint) && one.issue.test(issue))?.reason)
  return reasons.every((reason) => reason !== undefined) ? [...new Set(reasons)] : undefined
}
