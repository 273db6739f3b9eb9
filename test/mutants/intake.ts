// Faults of the intake: writes, exactly-once, messages, journeys, states, quarantine.

import { mutantsOf, type Mutant } from './mutant.ts'

const rest = mutantsOf('gateway/intake/rest.ts', [
  [
    'create-location',
    'gives an address without a version',
    'location: `${base}/${reference}/_history/${version}`',
    'location: `${base}/${reference}/versions/${version}`',
  ],
  [
    'create-client-id',
    'takes the id that the client wrote',
    'const { id: _, ...resource } = resourceOf(incoming, type)\n',
    'const { id, ...resource } = resourceOf(incoming, type)\n    if (id) planning = { ...planning, newId: () => String(id) }\n',
  ],
  [
    'create-any-type',
    'takes another type than the address names',
    'if (resource.resourceType !== type) throw wrongType(type)\n',
    '\n',
  ],
  ['create-prefer', 'always sends the whole resource', "preference ?? 'representation'", "'representation'"],
  [
    'rest-repeat',
    'takes a repeat for another request',
    'return first.digest === digest ? heardAgain(repeated(first.answer, incoming.headers), incoming, house) : undefined',
    'return undefined',
  ],
  [
    'update-if-match',
    'never looks at If-Match',
    "method: 'update' as const, resource, ...meantBy(incoming) },\n      ...(ifMatch !== undefined && { ifMatch }),",
    "method: 'update' as const, resource, ...meantBy(incoming) },",
  ],
  [
    'update-if-match-garbage',
    'ignores an If-Match that it cannot read',
    "if (version === undefined)\n    throw new Refusal('invalid', {",
    "if (version === undefined) return undefined\n  if (version === '')\n    throw new Refusal('invalid', {",
  ],
  ['update-any-id', 'takes another id than the address names', 'if (id !== undefined && resource.id !== id)\n', 'if (false)\n'],
])

const write = mutantsOf('gateway/intake/write.ts', [
  [
    'reference-hidden',
    'lets a resource refer to what is hidden',
    '(await planning.see(reference)) !== undefined',
    '(await planning.load(reference)) !== undefined',
  ],
  [
    'create-drops-extension',
    'drops extensions',
    '{ ...resource, id }, house.registry)',
    '{ ...resource, id, extension: undefined }, house.registry)',
  ],
  [
    'create-unvalidated',
    'stores what is not valid',
    'if (faults.length > 0) throw new Refusal(faults.some(',
    'if (false) throw new Refusal(faults.some(',
  ],

  [
    'scope-entries',
    'never looks at the scope of an entry',
    '!permits(caller.scopes, typeOf(entry), needs[entry.method][1])',
    'caller === undefined && !permits([], typeOf(entry), needs[entry.method][1])',
    // Granular scopes are looked at once more in the end, where a scope that is not there reaches nothing.
    [{ find: 'refusals.push(...beyondReach(planning, [...deleted, ...placed]))', replace: '' }],
  ],

  [
    'txn-references',
    'leaves references between entries as they came',
    'carryAlong(relinked(sent, entry.fullUrl, links), guests)',
    'carryAlong(relinked(sent, entry.fullUrl, { ...links, byUrl: new Map(), byCondition: new Map() }), guests)',
  ],
])

const shape = mutantsOf('gateway/intake/shape.ts', [
  [
    'create-first-fault',
    'tells the first fault only',
    'faults: faults.map((fault) => within(fault, entry))',
    'faults: faults.slice(0, 1).map((fault) => within(fault, entry))',
  ],
  [
    'txn-no-place',
    'does not say in which entry a fault is',
    'return { ...fault, expression: path + expression.replace',
    "return expression !== '' ? fault : { ...fault, expression: path + expression.replace",
  ],
])

const place = mutantsOf('gateway/intake/place.ts', [
  [
    'ccreate-ignored',
    'ignores If-None-Exist',
    'if (entry.ifNoneExist === undefined) return { entry, reference }',
    'if (true) return { entry, reference }',
  ],
  [
    'update-creates',
    'creates what is not there by an update',
    'if (isHidden || !mayBeMade) throw notThere(entry)',
    'if (isHidden && !mayBeMade) throw notThere(entry)',
  ],
  [
    'update-creates-not',
    'says that it creates by an update, and does not',
    'if (isHidden || !mayBeMade) throw notThere(entry)',
    'throw notThere(entry)',
  ],
])

const joining = mutantsOf('gateway/intake/joining.ts', [
  [
    'access-write-any',
    'lets every party write everything',
    'if (!mine.some((role) => writers.includes(role))) continue',
    'if (mine.length === 0) continue',
  ],
])

const transaction = mutantsOf('gateway/intake/transaction.ts', [
  [
    'txn-any-type',
    'takes any Bundle for a transaction',
    "if (type === 'transaction') return planTransaction(resource, incoming, planning, house)",
    "if (type !== 'batch') return planTransaction(resource, incoming, planning, house)",
  ],
])

const bodies = [
  ...mutantsOf('gateway/fhir/body.ts', [
    [
      'http-500-on-json',
      'breaks on what is no JSON',
      'const { id, text, line, column } = read.fault',
      "throw new Error('no JSON')",
    ],
    ['http-415', 'takes a body of any type', 'if (!mediaTypes.includes(mediaType.trim())) {', 'if (false) {'],
  ]),
  ...mutantsOf('gateway/intake/fhir-identity.ts', [
    [
      'message-digest',
      'takes a new timestamp for new content',
      'const { meta: _, timestamp: __, ...content } = resource',
      'const { meta: _, ...content } = resource',
    ],
  ]),
  ...mutantsOf('profiles/json.ts', [
    [
      'create-duplicate-keys',
      'takes one of two equal keys',
      'if (keys.many ? keys.many.has(key) : keys.few.includes(key)) {',
      'if (false) {',
    ],
    ['create-decimals', 'takes decimals for doubles', 'kept > 0 ? parseKeeping(text) : ', ''],
  ]),
  ...mutantsOf('profiles/compiler/validator.ts', [
    [
      'create-unknown-element',
      'keeps elements that FHIR does not have',
      'runtime.isValid(resource, asked.type, profilesOf(asked), found)',
      `runtime.isValid(resource, asked.type, profilesOf(asked), found) ||
      issuesOf(resource, asked.type, profilesOf(asked), { plan: getPlan(), runtime, isTypeName, narrativeFaults }).every(
        ({ id }) => id === 'unknown-element',
      )`,
    ],
  ]),
  ...mutantsOf('gateway/refusal.ts', [
    [
      'create-no-expression',
      'does not say which element is wrong',
      '...(fault.expression && { expression: [fault.expression] }),',
      '',
    ],
  ]),
  ...mutantsOf('gateway/intake/bundle-request.ts', [
    ['txn-if-match', 'never looks at the ifMatch of an entry', ', ...ifMatchOf(request) }', ' }'],
    ['txn-same-url', 'takes two entries under one address', 'return isTwin ? [', 'return isTwin && false ? ['],
  ]),
  ...mutantsOf('gateway/intake/conditional.ts', [
    [
      'ccreate-race',
      'lets two conditional creates at once succeed',
      'claim: (reference) => claim(planning, criteria, held, reference)',
      'claim: (reference) => void (reference === held && claim(planning, criteria, held, reference))',
    ],
    ['ccreate-first-of-many', 'takes the first of several matches', 'if (found.length > 1) {', 'if (false) {'],
    [
      'ccreate-any-parameter',
      'takes any condition for one that finds nothing',
      'if (faults.length > 0)\n    throw',
      "if (faults.length > 0) where.push({ on: 'id', any: [] } as never)\n  if (false)\n    throw",
    ],
  ]),
  ...mutantsOf('gateway/intake/version.ts', [
    [
      'update-version',
      'gives every version the same number',
      'versionId: String(base + 1)',
      'versionId: String(Math.min(base + 1, 1))',
    ],
  ]),
  ...mutantsOf('gateway/intake/nhs-numbers.ts', [
    [
      'create-any-nhs-number',
      'takes any digits for an NHS number',
      'if (/^\\d{10}$/.test(value) && isNhsNumber(value)) return []',
      'if (value) return []',
    ],
    [
      'error-nhs-number',
      'repeats the NHS number that it refuses',
      'const { id, text } = nhsNumberFault(value)',
      'const { id } = nhsNumberFault(value)\n  const text = `${value} is no NHS number`',
    ],
  ]),
]

const receiving = mutantsOf('gateway/intake/receive.ts', [
  ['refused-kept', 'keeps half of what it refused', 'planning = planningFor(incoming, id, house)\n    outcome', 'outcome'],
  [
    'message-refused-claims',
    'never takes again what it once refused',
    "if (identity.control && outcome.state !== 'rejected')",
    'if (identity.control)',
  ],
])

const message = mutantsOf('gateway/intake/process-message.ts', [
  ['message-response-id', 'answers to another message', "identifier: request.id ?? ''", 'identifier: headerId'],
  [
    'message-no-echo',
    'echoes other ids than were sent',
    "[[name.toLowerCase(), incoming.headers.get(name) ?? '']]",
    "[[name.toLowerCase(), 'another-1']]",
  ],
  [
    'message-ids-optional',
    'takes messages without ids',
    "if (faults.length > 0) throw new Refusal('header-missing', faults)",
    '',
  ],
  [
    'message-any-id',
    'takes any text for a GUID',
    ".filter((name) => !guid.test(headers.get(name) ?? ''))",
    '.filter((name) => !headers.get(name))',
  ],
  [
    'message-twice',
    'takes every repeat for a new message',
    'fhirIdentity(readResource(incoming), controlOf(incoming))',
    "fhirIdentity(readResource(incoming), controlOf(incoming) && '')",
    [{ find: 'if (inFlight.has(key)) {', replace: 'if (false) {' }],
  ],
  [
    'message-conflict',
    'takes other content for a repeat',
    'const isSame = first.digest === digest',
    'const isSame = digest !== undefined',
  ],
  [
    'message-any-event',
    'takes messages of any event',
    "if (event['system'] !== eventSystem || event['code'] !== 'servicerequest-request') {",
    'if (false) {',
  ],
  [
    'quarantine-silent',
    'does not say that it waits',
    '{ reference: undefined, faults: [fault] }',
    '{ reference: undefined, faults: [] }',
  ],
])

const contents = mutantsOf('gateway/intake/message-contents.ts', [
  ['message-twins', 'takes the last of two entries under one fullUrl for both', 'faults.push(...twinOf(place), ', 'faults.push('],
  [
    'message-loses',
    'does not say what of a message nothing refers to',
    '  notCarried.map((expression) => ({',
    '  [...notCarried].splice(0, 0).map((expression) => ({',
  ],
])

const hl7 = [
  ...mutantsOf('gateway/intake/hl7v2.ts', [
    [
      'hl7-repeat',
      'takes a repeat for another message',
      'return { control: header.controlId, digest',
      "return { control: '', digest",
    ],
    [
      'hl7-reused-lost',
      'takes another message under a used id for a repeat',
      'return first.digest === digest ? first.answer : undefined',
      'return digest === undefined ? undefined : first.answer',
    ],
    [
      'hl7-reused-silent',
      'does not say that an id was used before',
      'const reuse: readonly Fault[] = isReused\n',
      'const reuse: readonly Fault[] = isReused && false\n',
    ],
    ['hl7-digest-time', 'takes a new sending time for new content', "fields[6] = ''", ''],
    [
      'hl7-not-stored',
      'acknowledges what it did not store',
      'const warnings = await writeMapped(planning, mapped, house)',
      'const warnings: readonly Fault[] = []',
    ],
    [
      'hl7-any-type',
      'acknowledges messages that it does not know',
      "if (refusal) return rejected(message, refusal.error === 'field-missing' ? 'AE' : 'AR', house, refusal)",
      "if (refusal) return { state: 'accepted', answer: ack(message, 'AA', house) }",
    ],

    [
      'quarantine-refused',
      'refuses what it cannot identify',
      'if (!mapped.identified) {',
      "if (!mapped.identified) {\n    throw new Refusal('busy', [])",
    ],
    [
      'form-no-referral',
      'makes no referral of a form',
      'const drafts = mapped.drafts.map(',
      "const drafts = mapped.drafts.filter(({ type }) => type !== 'ServiceRequest').map(",
    ],
  ]),
  ...mutantsOf('gateway/intake/hl7v2-ack.ts', [
    ['ack-no-warning', 'does not tell warnings', '    errors,\n  })', "    errors: code === 'AA' ? [] : errors,\n  })"],
  ]),
  ...mutantsOf('gateway/intake/hl7v2-door.ts', [
    [
      'hl7-any-media-type',
      'takes a body of any type for HL7 v2',
      'if (!mediaTypes.includes(mediaType.trim())) {',
      'if (false) {',
    ],
  ]),
  ...mutantsOf('gateway/intake/drafts.ts', [
    [
      'scope-feed',
      'never looks at the scopes of a feed',
      "!permits(caller.scopes, draft.type, before ? 'u' : 'c')",
      'caller === undefined && !permits([], draft.type, before as never)',
      [{ find: '  checkReach(planning, placed)\n', replace: '  if (placed.length < 0) checkReach(planning, placed)\n' }],
    ],
    [
      'map-sender-unsaid',
      'does not say whose record it is',
      'const sender = { reference: `Organization/${organization}` }',
      "const sender = { display: 'a sender' }",
    ],
  ]),
  ...mutantsOf('gateway/mllp/frames.ts', [
    [
      'mllp-one-read',
      'takes what one read brings for a message',
      'undecided = Buffer.from(bytes.subarray(at))',
      "undecided = Buffer.alloc(0)\n    if (state === 'inside') frame.take()",
    ],
  ]),
  ...mutantsOf('gateway/intake/quarantine.ts', [
    [
      'quarantine-no-task',
      'tells nobody what waits',
      "await planning.put(task, { author: 'gateway', addressed: [owner] })",
      'void task',
    ],
  ]),
  ...mutantsOf('gateway/intake/match.ts', [
    [
      'match-none',
      'never knows a person again',
      'const found = holders.filter((holder) => holder !== undefined)',
      'const found = holders.filter((holder): holder is string => holder === null)',
    ],
  ]),
  ...mutantsOf('gateway/intake/apply.ts', [
    [
      'apply-late-wins',
      'lets a message that comes late correct what is newer',
      'lastSaid(asserted, assertion.path) > stamp',
      "lastSaid(asserted, assertion.path) > '~'",
    ],
    ['map-transfer-forgets', 'forgets where somebody was', '[...line.filter((other) => other !== same), moment]', '[moment]'],
  ]),
]

const status = mutantsOf('gateway/intake/status.ts', [
  ['status-any', 'lets any state follow any other', 'if (!table || from === to) return\n', 'if (table || from === to) return\n'],
  [
    'status-complete-at-once',
    'completes what nobody accepted',
    "change('requested', 'received', 'owner'),",
    "change('requested', 'received', 'owner'),\n  change('requested', 'completed', 'owner'),",
  ],
  [
    'status-any-actor',
    'lets anybody make any change',
    'row.to === to && actors.includes(row.by))) return',
    'row.to === to)) return',
  ],
  [
    'status-owner-cancels',
    'lets the owner cancel and whoever asked not',
    "...fromEach(open, 'cancelled', 'requester'),",
    "...fromEach(open, 'cancelled', 'owner'),",
  ],
  [
    'status-any-first',
    'begins a task anywhere',
    'if (!states || states.some((state) => state === status)) return',
    'if (states !== null) return',
  ],
])

const pathway = mutantsOf('gateway/intake/pathway.ts', [
  [
    'pathway-no-reason',
    'takes a decision without a reason',
    "if (outputs(after, 'pathway-reason').length < outputs(after, 'pathway').length)",
    'if (false)',
  ],
  ['pathway-rewritten', 'lets decisions be taken away', 'if (!kept) fault(', 'if (false) fault('],
  [
    'pathway-anybody',
    'lets anybody decide the pathway',
    "if (registry.organization(planning.caller.organization)?.kind !== 'hub')",
    'if (false)',
  ],
])

const journey = mutantsOf('gateway/intake/journey.ts', [
  ['journey-no-task', 'gives the hub no task', 'await planning.put(task, { addressed: [hub.id] })', 'void task'],
  ['journey-task-code', 'does not say what a task is for', "'home-first-referral'),\n    focus", "'something'),\n    focus"],
  [
    'access-no-agreement',
    'lets a trust refer to anybody',
    "if (hub.kind !== 'hub' || !registry.agreementExists(from, hub.id)) {",
    'if (false) {',
  ],
  [
    'access-no-agreement-to-assign',
    'lets anybody assign to anybody',
    'if (!isRole(kind) || !registry.agreementExists(from, organization.id)) {',
    'if (!isRole(kind)) {',
  ],
  [
    'access-any-assign',
    'lets any role bring in any other',
    'if (!mine.some((role) => mayAssign[role].includes(kind))) {',
    'if (mine === undefined) {',
  ],
  [
    'access-not-granted',
    'shows those who are to help nothing',
    'planning.grant({\n      journey,\n      organization: organization.id,',
    'void ({\n      journey,\n      organization: organization.id,',
  ],
  [
    'access-person-wide',
    'shows to a party all journeys of its person',
    'if (spell) planning.join({ journey, resource: spell, following: hangsOnSpell })',
    `if (spell) planning.join({ journey, resource: spell, following: hangsOnSpell })
  for (const other of subject ? await planning.store.journeysOf(subject) : [])
    for (const resource of [reference, referenceTo(task), spell]) if (resource) planning.join({ journey: other, resource })`,
  ],
  [
    'access-no-following',
    'does not show what hangs on the spell',
    'planning.join({ journey, resource: spell, following: hangsOnSpell })',
    'planning.join({ journey, resource: spell })',
  ],
  [
    'access-after-withdrawal',
    'shows a journey to those whose part has ended',
    'planning.end({ source: reference, journey, until: planning.at })',
    '',
  ],
  [
    'withdraw-leaves-tasks',
    'leaves tasks open under a withdrawn referral',
    "if (isOpenTask(resource['status'])) await cancel(",
    "if (resource['status'] === '') await cancel(",
  ],
  [
    'withdraw-untold',
    'tells nobody that a referral was withdrawn',
    'if (party !== planning.caller.organization) await tell(',
    "if (party === '') await tell(",
  ],
])

const effects = [
  ...mutantsOf('gateway/intake/actors.ts', [
    [
      'task-owner-changes',
      'lets a task become another’s',
      "Task: ['focus', 'for', 'requester', 'owner', 'basedOn', 'partOf', 'intent'],",
      'Task: [],',
    ],
    ['access-change-others', 'lets a reader change what another wrote', 'if (actors.length === 0) {', 'if (false) {'],
    [
      'access-other-name',
      'lets an organisation ask in another’s name',
      'if (!isOther && !(isRequired && organizations.length === 0)) return',
      'if (isOther || !(isRequired && organizations.length === 0)) return',
    ],
  ]),
  ...mutantsOf('gateway/intake/effects.ts', [
    [
      'quarantine-not-taken-up',
      'leaves a message in quarantine when it is told who is meant',
      'await takeUp(planning, message, patient)',
      'void [takeUp, message, patient]',
    ],
    [
      'task-undated',
      'does not say when a task changed',
      "lastModified: isSame ? was['lastModified'] : now",
      "lastModified: was['lastModified'] ?? now",
    ],
    [
      'notice-untold',
      'tells nobody of a discharge',
      'for (const notice of notices) await tellHolders(',
      'for (const notice of notices.slice(99)) await tellHolders(',
    ],
    [
      'access-after-rejection',
      'shows a journey to those who rejected their task',
      'planning.end({ source: referenceTo(task), until })',
      '',
    ],
  ]),
  ...mutantsOf('gateway/intake/same-person.ts', [
    [
      'other-person',
      'lets a journey be about two people',
      'if (mine && !(await isSamePerson(planning, mine, other)))',
      "if (mine === '')",
    ],
  ]),
]

export const intake: readonly Mutant[] = [
  ...rest,
  ...write,
  ...shape,
  ...place,
  ...joining,
  ...transaction,
  ...bodies,
  ...receiving,
  ...message,
  ...contents,
  ...hl7,
  ...status,
  ...pathway,
  ...journey,
  ...effects,
]
