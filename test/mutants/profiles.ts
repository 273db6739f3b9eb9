// Faults of profiles: what a resource claims, what a message is held to, who decides what, and $validate.

import { mutantsOf, type Mutant } from './mutant.ts'

const asking = mutantsOf('gateway/fhir/validate.ts', [
  [
    'validate-nothing',
    'finds nothing wrong with anything',
    'const issues = validator.validate(resource, {',
    'const issues = validator.validate({ resourceType: type, active: true }, {',
  ],
  [
    'validate-first-only',
    'tells the first fault only',
    'answerOf([...faults, ...located(issues, sent, ask)])',
    'answerOf([...faults, ...located(issues, sent, ask)].slice(0, 1))',
  ],
  ['validate-no-place', 'does not say where in the text', '...(location && { location }) }', '}'],
  ['validate-profile-ignored', 'takes no notice of the profile', '...(profile !== undefined && { profile })', ''],
  [
    'validate-anybody',
    'looks at stored resources for anybody',
    'await store.read(ask.access, type, id)',
    "await store.read({ as: 'gateway', why: 'mutant' }, type, id)",
  ],
])

const routes = mutantsOf('gateway/routes-of-fhir.ts', [
  [
    'validate-stores',
    'stores what it was asked about',
    'return validate(ask, house, { besides',
    "if (ask.params['id'] === undefined) await through(create)(ask, house)\n  return validate(ask, house, { besides",
    [
      {
        find: 'const validateResource: Handler = (ask, house) => {',
        replace: 'const validateResource: Handler = async (ask, house) => {',
      },
      { find: "import { deletion } from './intake/rest.ts'", replace: "import { create, deletion } from './intake/rest.ts'" },
    ],
  ],
])

const claims = mutantsOf('gateway/intake/claims.ts', [
  [
    'claims-none',
    'claims no profile',
    'if (!validator.isValid(bare, { profile: own, isRight: isJudgedRight(bare, validator) })) return bare',
    'if (own !== "") return bare',
  ],
  [
    'claims-always',
    'claims a profile whether the resource conforms or not',
    'if (!validator.isValid(bare, { profile: own, isRight: isJudgedRight(bare, validator) })) return bare',
    '',
  ],
  [
    'claims-kept',
    'keeps a claim that no longer holds',
    'if (!validator.isValid(bare, { profile: own, isRight: isJudgedRight(bare, validator) })) return bare',
    'if (!validator.isValid(bare, { profile: own, isRight: isJudgedRight(bare, validator) })) return resource',
  ],
])

const writing = mutantsOf('gateway/intake/write.ts', [
  [
    'claims-refused',
    'refuses a change that ends the claim that it made itself',
    'const judged = isClaiming(before?.resource) ? unclaimed(resource) : resource',
    'const judged = resource',
  ],
  [
    'profile-not-enforced',
    'takes a claim that does not hold',
    'const judged = isClaiming(before?.resource) ? unclaimed(resource) : resource',
    'const judged = unclaimed(resource)',
  ],
])

const types = mutantsOf('gateway/types.ts', [['journey-profile', 'knows no profile for a task', "profile: 'HomeFirstTask',", '']])

const messages = mutantsOf('gateway/intake/process-message.ts', [
  [
    'message-definition',
    'holds no message to its use case',
    "if (!definition.startsWith(messageDefinition(''))) return",
    'if (definition !== undefined) return',
  ],
  [
    'message-answer-focus',
    'answers with a reference that leads nowhere',
    'focus: [{ reference: `${planning.base}/${reference}` }]',
    'focus: [{ reference }]',
  ],
])

const facts = mutantsOf('gateway/facts.ts', [
  [
    'decision-profile',
    'knows no profile for the pathway',
    "pathway: { kind: 'decision', profile: 'HomeFirstPathwayDecision', owners: ['hub'] }",
    "pathway: { kind: 'decision', owners: ['hub'] }",
  ],
  [
    'decision-kind',
    'shows eligibility as widely as the pathway',
    "eligibility: { kind: 'entitlement',",
    "eligibility: { kind: 'decision',",
  ],
])

const joining = mutantsOf('gateway/intake/joining.ts', [
  [
    'decision-anybody',
    'takes a decision from anybody',
    "if (resource.resourceType !== 'Observation' || !factOf(resource) || owners.includes(caller.kind)) return",
    'if (caller.kind !== undefined) return',
  ],
])

export const profiles: readonly Mutant[] = [
  ...asking,
  ...routes,
  ...claims,
  ...writing,
  ...types,
  ...messages,
  ...facts,
  ...joining,
]
