// Whether a coded value is of a value set: yes, no, or not to be told from what is here.

import { widened } from '../widened.ts'
import { type Json, isJson, listed } from './state.ts'

/** true: is a member; false: surely not; undefined: cannot be told. */
export type Truth = boolean | undefined

/** A value set, as `profiles/terminology` answers for it. A `code` asks without a system, a Coding that names none with ''. */
export interface Membership {
  readonly has: (system: string | undefined, code: string) => Truth
}

/** Looked for when it is first asked. */
export interface Terminology {
  /** By canonical, with or without version; undefined: no such value set is here. */
  readonly membership: (valueSet: string) => Membership | { readonly notEvaluable: string } | undefined
  /** The members by system, where all can be listed: what is not among them is asked of `membership`. */
  readonly codesOf?: (valueSet: string) => ReadonlyMap<string, ReadonlySet<string>> | undefined
}

/** A value set that answers, whether it is here or not. */
export interface ValueSet extends Membership {
  readonly url: string
  /** Codes that are surely of it; empty until one was asked for, and where they cannot be listed. */
  readonly codes: ReadonlySet<string>
  /** Why nothing can be told; undefined when something can. */
  readonly notEvaluable: string | undefined
}

export function valueSetOf(url: string, terminology: Terminology): ValueSet {
  let found: Found | undefined
  const get = (): Found => {
    if (found) return found
    found = lookUp(url, terminology)
    set.codes = found.codes
    return found
  }
  const set = {
    url,
    codes: noCodes,
    has: (system: string | undefined, code: string): Truth => (found ?? get()).has(system, code),
    get notEvaluable() {
      return get().notEvaluable
    },
  }
  return set
}

type Found = Pick<ValueSet, 'has' | 'notEvaluable' | 'codes'>
const noCodes: ReadonlySet<string> = new Set()

function lookUp(url: string, terminology: Terminology): Found {
  const wider = Object.hasOwn(widened, url) ? widened[url] : undefined
  if (wider) {
    const narrow = lookUp(wider.valueSet, terminology)
    const has = (system: string | undefined, code: string): Truth => wider.besides.includes(code) || narrow.has(system, code)
    return { has, notEvaluable: narrow.notEvaluable, codes: narrow.codes }
  }
  const membership = terminology.membership(url)
  const cannotTell = () => undefined
  if (!membership) return { has: cannotTell, notEvaluable: 'the value set is not at hand', codes: noCodes }
  if ('notEvaluable' in membership) return { has: cannotTell, notEvaluable: membership.notEvaluable, codes: noCodes }
  const lists = terminology.codesOf?.(url)
  if (!lists) return { has: membership.has, notEvaluable: undefined, codes: noCodes }
  // Nearly every code that is asked for is one of the list.
  const codes = new Set([...lists.values()].flatMap((list) => [...list]))
  const isListed = (system: string | undefined, code: string): boolean =>
    (system === undefined ? codes.has(code) : lists.get(system)?.has(code)) ?? false
  return { has: (system, code) => isListed(system, code) || membership.has(system, code), notEvaluable: undefined, codes }
}

/** `type` is the FHIR type of the value; a type that carries no code is a member of anything. */
export function isMember(valueSet: ValueSet, value: unknown, type: string): Truth {
  if (typeof value === 'string') return valueSet.codes.has(value) || value.trim() === '' || valueSet.has(undefined, value)
  if (!isJson(value)) return true
  if (type === 'CodeableConcept') return isConceptMember(valueSet, value)
  if (type === 'Coding') return isCodingMember(valueSet, value)
  // An amount without a code has nothing that could be of the set.
  return typeof value['code'] !== 'string' || !quantities.has(type) || isCodingMember(valueSet, value)
}

const quantities: ReadonlySet<string> = new Set(['Quantity', 'Age', 'Count', 'Distance', 'Duration'])

/** One coding is enough. A concept that says by an extension why it has no code is left to the extension. */
function isConceptMember(valueSet: ValueSet, concept: Json): Truth {
  const codings = listed(concept['coding'])
  if (codings.length === 0 && concept['text'] === undefined && concept['extension'] !== undefined) return true
  let answer: Truth = false
  for (const coding of codings) {
    const isIn = isJson(coding) ? isCodingMember(valueSet, coding) : false
    if (isIn === true) return true
    if (isIn === undefined) answer = undefined
  }
  // With no code at all the answer is no, also where the set itself cannot be told.
  return answer
}

function isCodingMember(valueSet: ValueSet, { system, code }: Json): Truth {
  return valueSet.has(typeof system === 'string' ? system : '', typeof code === 'string' ? code : '')
}
