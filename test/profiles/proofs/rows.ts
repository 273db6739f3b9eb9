// Changes written by hand: for every invariant, and where no general change breaks exactly one constraint.

import { type Json, isJson } from './definitions.ts'

export interface Row {
  readonly words: string
  /** Changes the value at the element, or gives another in its place; `false`: not this place. */
  readonly change: (value: Json) => unknown
  /** Every place of the element is tried, and not only the first. */
  readonly isAnywhere?: boolean
  /** The value is the resource itself, because no example has the element. */
  readonly isOfRoot?: boolean
  /** Issue id, where it is not that of the kind. */
  readonly id?: string
  /** How the text begins, where that is needed to tell it. */
  readonly text?: string
  /** What follows the element in the expression. */
  readonly below?: string
}

/** By `definition element kind`, or by `invariant key`. */
export const rows: Readonly<Record<string, Row>> = {
  // people
  'invariant hf-nhs-1': { words: 'its check digit is wrong', change: () => '9990000019' },
  'invariant hf-pat-1': dropped('birthDate'),
  'invariant hf-rel-1': dropped('name', 'telecom'),
  'invariant hf-rel-2': withoutExtension('authority'),

  // journey
  'invariant hf-sr-1': dropped('reasonCode', 'supportingInfo', 'note'),
  'invariant hf-sr-2': dropped('reasonCode', 'encounter', 'note'),
  'invariant hf-enc-1': { words: 'the period has no end', change: ({ period }) => void delete (period as Json)['end'] },
  'invariant hf-enc-2': set('status', 'in-progress'),
  'invariant hf-con-1': dropped('basedOn', 'episodeOfCare'),
  'invariant hf-task-1': {
    words: 'no output gives the reason of the pathway',
    change: (task) => void (task['output'] = listOf(task, 'output').filter((one) => !holds(one, '"pathway-reason"'))),
  },
  'invariant hf-task-2': set('status', 'rejected'),
  'invariant hf-task-3': dropped('for'),
  'HomeFirstTask Task.intent value': { words: 'the intent is plan', change: () => 'plan', id: 'pattern-value' },

  // decisions
  'invariant hf-ctr-1': {
    words: 'the criteria are met, and there is a discharge ready date',
    isAnywhere: true,
    change: (one) =>
      holds(one, '"discharge-ready-date"')
        ? void (one['valueCodeableConcept'] = own('criteria-to-reside-state', 'meets'))
        : false,
  },
  'invariant hf-ctr-2': {
    words: 'the criteria are no longer met, and there is a criterion',
    isAnywhere: true,
    change: (one) =>
      holds(one, '"criterion"') ? void (one['valueCodeableConcept'] = own('criteria-to-reside-state', 'no-longer-meets')) : false,
  },
  'invariant hf-fund-1': {
    words: 'funding is undecided and by the council as well',
    change: (one) =>
      void (one['component'] = ['undecided', 'self-funded'].map((code) => ({
        code: own('decision', 'funding'),
        valueCodeableConcept: own('funding', code),
      }))),
  },
  'invariant hf-acc-1': {
    words: 'the provider cannot take the person, and there is no reason',
    change: (one) => void (one['valueCodeableConcept'] = own('provider-acceptance', 'cannot-take')),
  },
  'invariant hf-acc-2': {
    words: 'no start is said',
    change: (one) => void (one['component'] = listOf(one, 'component').filter((part) => !holds(part, '"planned-start"'))),
  },
  'invariant hf-acc-3': {
    words: 'the provider can take the person on conditions, and there are none',
    change: (one) => void (one['valueCodeableConcept'] = own('provider-acceptance', 'can-take-with-conditions')),
  },
  'invariant hf-fund-2': withoutExtension('involved-person'),
  'invariant hf-chc-1': {
    words: 'continuing healthcare is refused, and there is no reason',
    change: (one) => {
      one['valueCodeableConcept'] = own('continuing-healthcare', 'not-eligible')
      delete one['extension']
    },
  },
  'invariant hf-rc-1': withoutExtension('decision-reason'),
  'invariant hf-rc-2': {
    words: 'the council has accepted what a look-up of the address proposed',
    change: (one) => void (one['valueCodeableConcept'] = own('responsible-council-state', 'accepted')),
  },
  'invariant hf-delay-1': {
    words: 'it goes on, and nobody is to act',
    change: (one) => {
      for (const key of ['extension', 'component']) delete one[key]
      delete (one['effectivePeriod'] as Json)['end']
    },
  },
  'invariant hf-inv-1': {
    words: 'the person objects, and it is not said to what',
    change: (one) => void (one['valueCodeableConcept'] = own('objection', 'person-objects')),
  },

  // plan
  'invariant hf-plan-1': {
    words: 'an action serves a goal that is none of the plan',
    change: (plan) => {
      const [first] = listOf(plan, 'activity')
      if (isJson(first) && isJson(first['detail'])) first['detail']['goal'] = [{ reference: 'Goal/another' }]
    },
  },
  'invariant hf-plan-2': dropped('supportingInfo', 'encounter', 'basedOn', 'partOf'),
  'invariant hf-plan-3': dropped('activity'),
  'invariant hf-act-1': {
    words: 'the action has no words',
    change: ({ detail }) => (isJson(detail) ? void delete detail['description'] : false),
  },
  'invariant hf-cont-1': {
    words: 'nothing is to be done and nobody to be rung',
    change: (plan) => {
      delete plan['activity']
      plan['extension'] = listOf(plan, 'extension').filter((one) => !holds(one, '/who-to-contact"'))
    },
  },
  'invariant hf-add-1': dropped('description', 'activity', 'supportingInfo'),
  'invariant hf-who-1': {
    words: 'only a role is named',
    change: (one) => void (one['extension'] = listOf(one, 'extension').filter((part) => holds(part, '"role"'))),
  },
  'invariant hf-goal-1': dropped('statusDate'),

  // forms
  'invariant hf-form-AboutMe': { words: 'the form is another', change: () => 'https://example.org/Questionnaire/other' },
  'invariant hf-form-HomeFirstReferralForm': {
    words: 'the form is another',
    change: () => 'https://example.org/Questionnaire/other',
  },
  'invariant hf-am-1': {
    words: 'only who helped is said',
    change: (form) => void (form['item'] = listOf(form, 'item').filter((one) => holds(one, '"supported-by"'))),
  },
  'invariant hf-na-1': unanswered('person.date-of-birth'),
  'invariant hf-na-2': unanswered('gp.identifier'),
  'invariant hf-na-3': unanswered('local-authority.contact-details'),
  'invariant hf-na-4': unanswered('referral.referrer.contact-details'),
  'invariant hf-na-5': unanswered('care-needs.statement'),
  'invariant hf-na-6': unanswered('allergies.causative-agent'),
  'invariant hf-na-7': unanswered('discharge.informed.person'),
  'invariant hf-na-8': {
    words: 'the carer was told: a bare other code',
    change: (form) => {
      const item = itemNamed(form, 'discharge.informed.carer')
      if (item) item['answer'] = [{ valueCoding: { system: 'https://fhir.nhs.uk/ADW-CarerConsultationStatus-1', code: 'X' } }]
    },
  },
  'invariant hf-na-9': unanswered('safeguarding.concerns.indicator'),
  'invariant hf-na-10': added('professional-contacts', 'professional-contacts.name'),
  'invariant hf-na-11': added('procedures', 'procedures.comment'),
  'invariant hf-na-12': added('alerts', 'alerts.comment'),

  // documents
  'invariant hf-att-1': dropped('url', 'data'),
  'invariant hf-sum-1': withoutSection('933361000000108'),
  'invariant hf-sum-2': withoutSection('886811000000106'),
  'invariant hf-sec-1': {
    words: 'the words are said to be empty, and no reason is given',
    change: (section) => {
      for (const key of ['entry', 'emptyReason', 'section']) delete section[key]
      section['text'] = { status: 'empty', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Empty</p></div>' }
    },
  },
  'invariant hf-doc-1': {
    words: 'its Composition is about another Patient',
    change: (bundle) => {
      const composition = entryOf(bundle, 'Composition')
      if (composition) composition['subject'] = { reference: 'Patient/another' }
    },
  },
  'invariant hf-doc-2': {
    words: 'two versions of one organisation',
    change: (bundle) => {
      const entry = listOf(bundle, 'entry').find(
        (one) => isJson(one) && isJson(one['resource']) && one['resource']['resourceType'] === 'Organization',
      )
      const copy = structuredClone(entry) as Json
      ;(copy['resource'] as Json)['meta'] = { versionId: '2' }
      bundle['entry'] = [...listOf(bundle, 'entry'), copy]
    },
  },
  'invariant hf-doc-3': {
    words: 'the Patient has no address',
    change: (bundle) => void delete entryOf(bundle, 'Patient')?.['address'],
  },
  'invariant hf-doc-4': {
    words: 'a procedure does not say which',
    change: (bundle) => void delete entryOf(bundle, 'Procedure')?.['code'],
  },
  'invariant hf-dis-1': {
    words: 'the spell has no end',
    change: (bundle) => {
      const spell = entryOf(bundle, 'Encounter')
      if (isJson(spell?.['period'])) delete spell['period']['end']
    },
  },
  'HomeFirstDischargeDocument Bundle.type value': {
    words: 'the Bundle is a collection',
    change: () => 'collection',
    id: 'pattern-value',
  },
  'HomeFirstReferralDocument Bundle.type value': {
    words: 'the Bundle is a collection',
    change: () => 'collection',
    id: 'pattern-value',
  },
  'HomeFirstDischargeDocument Bundle.entry:composition.resource profile': lacking('identifier'),
  'HomeFirstReferralDocument Bundle.entry:composition.resource profile': lacking('identifier'),
  'HomeFirstDischargeDocument Bundle.entry:patient.resource profile': lacking('identifier'),
  'HomeFirstReferralDocument Bundle.entry:patient.resource profile': lacking('identifier'),

  // message
  'invariant hf-mh-1': dropped('destination'),
  'invariant hf-msg-1': {
    words: 'the header is about a resource that is not there',
    change: (bundle) => {
      const header = entryOf(bundle, 'MessageHeader')
      if (header) header['focus'] = [...listOf(header, 'focus'), { reference: 'urn:uuid:5f3b1a52-0000-4000-8000-0000000000ff' }]
    },
  },
  'invariant hf-msg-2': {
    words: 'it goes to a care provider, and a stay is in it',
    change: (bundle) => {
      const header = entryOf(bundle, 'MessageHeader')
      if (header) header['definition'] = 'https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider'
      const owner = listOf(bundle, 'entry').find((one) => holds(one, '"resourceType":"Organization"')) as Json
      const task = { ...taskIn(bundle), owner: { reference: owner['fullUrl'] } }
      bundle['entry'] = [...listOf(bundle, 'entry'), { fullUrl: 'urn:uuid:5f3b1a52-0000-4000-8000-0000000000fe', resource: task }]
    },
  },
  'HomeFirstMessage Bundle.type value': { words: 'the Bundle is a collection', change: () => 'collection', id: 'pattern-value' },
  'HomeFirstMessage Bundle.entry.search max': inEntry('search', { mode: 'match' }),
  'HomeFirstMessage Bundle.entry.request max': inEntry('request', { method: 'POST', url: 'Patient' }),
  'HomeFirstMessage Bundle.entry.response max': inEntry('response', { status: '201' }),
  'HomeFirstMessage Bundle.entry:header.resource profile': { ...dropped('destination'), id: 'invariant', text: 'hf-mh-1:' },
  'HomeFirstMessage Bundle.entry:patient.resource profile': lacking('identifier'),
  'HomeFirstMessage Bundle.entry:referral.resource profile': lacking('requester'),
  'HomeFirstMessage Bundle.entry:task.resource profile': {
    words: 'a Task without an owner is in it',
    isOfRoot: true,
    change: (bundle) => {
      const resource = taskIn(bundle)
      bundle['entry'] = [...listOf(bundle, 'entry'), { fullUrl: 'urn:uuid:5f3b1a52-0000-4000-8000-0000000000fe', resource }]
    },
    id: 'required',
    below: '.entry[6].resource.owner',
  },
}

/** A Task about the message's referral and Patient that lacks its owner. */
function taskIn(bundle: Json): Json {
  const referral = listOf(bundle, 'entry').find((one) => holds(one, '"resourceType":"ServiceRequest"')) as Json
  const patient = listOf(bundle, 'entry').find((one) => holds(one, '"resourceType":"Patient"')) as Json
  return {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: own('task-code', 'home-first-referral'),
    focus: { reference: referral['fullUrl'] },
    for: { reference: patient['fullUrl'] },
    authoredOn: '2026-11-22T17:25:55Z',
  }
}

function dropped(...keys: readonly string[]): Row {
  return {
    words: `without ${keys.join(', ')}`,
    change: (value) => {
      for (const key of keys) delete value[key]
    },
  }
}

/** A resource in an entry that lacks what its profile demands. */
function lacking(key: string): Row {
  return { ...dropped(key), id: 'required', below: `.${key}` }
}

function set(key: string, to: string): Row {
  return { words: `${key} is ${to}`, isAnywhere: true, change: (value) => void (value[key] = to) }
}

function inEntry(key: string, value: Json): Row {
  return {
    words: `an entry has a ${key}`,
    isOfRoot: true,
    change: (bundle) => {
      const [first] = listOf(bundle, 'entry')
      if (isJson(first)) first[key] = value
    },
    id: 'too-many',
    below: `.entry[0].${key}`,
  }
}

function withoutExtension(id: string): Row {
  return {
    words: `without the extension ${id}`,
    change: (value) => {
      const kept = listOf(value, 'extension').filter((one) => !holds(one, `/${id}"`))
      if (kept.length > 0) value['extension'] = kept
      else delete value['extension']
    },
  }
}

function withoutSection(code: string): Row {
  return {
    words: `without the section ${code}`,
    change: (value) => void (value['section'] = listOf(value, 'section').filter((one) => !holds(one, `"${code}"`))),
  }
}

function unanswered(link: string): Row {
  return {
    words: `${link} has no answer`,
    change: (form) => {
      const item = itemNamed(form, link)
      if (!item) return false
      delete item['answer']
      return undefined
    },
  }
}

/** A group in which only something else is answered than what is mandatory in it. */
function added(group: string, link: string): Row {
  return {
    words: `${group} without what is mandatory in it`,
    change: (form) => {
      const item = { linkId: group, item: [{ linkId: link, answer: [{ valueString: 'other' }] }] }
      form['item'] = [...listOf(form, 'item').filter((one) => !(isJson(one) && one['linkId'] === group)), item]
    },
  }
}

function itemNamed(owner: Json, link: string): Json | undefined {
  for (const one of listOf(owner, 'item')) {
    if (!isJson(one)) continue
    const found = one['linkId'] === link ? one : itemNamed(one, link)
    if (found) return found
  }
  return undefined
}

function entryOf(bundle: Json, type: string): Json | undefined {
  const resources = listOf(bundle, 'entry').flatMap((one) => (isJson(one) && isJson(one['resource']) ? [one['resource']] : []))
  return resources.find((one) => one['resourceType'] === type)
}

function listOf(owner: Json, key: string): readonly unknown[] {
  const value = owner[key]
  return Array.isArray(value) ? value : []
}

const holds = (value: unknown, text: string): boolean => JSON.stringify(value).includes(text)

const own = (system: string, code: string): Json => ({
  coding: [{ system: `https://home-first.example/fhir/CodeSystem/${system}`, code }],
})
