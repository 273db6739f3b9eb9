// The rule of access in plain words: who sees what of whom. Written from docs/access.md and HOUSE laws 5, 7 and 8; imports nothing.

export const roles = ['acute', 'hub', 'community', 'council', 'provider', 'gp', 'icb', 'voluntary', 'assessor'] as const
export type Role = (typeof roles)[number]

const treating = ['acute', 'hub', 'community', 'council'] as const

/** docs/access.md, “What a party sees of its journey, by role”. */
const seenByRole = {
  demographics: roles,
  referral: [...treating, 'icb'],
  task: treating,
  spell: treating,
  readiness: [...treating, 'icb'],
  decision: [...treating, 'icb'],
  entitlement: ['hub', 'community', 'council', 'icb'],
  contact: [...treating, 'provider', 'gp', 'voluntary', 'assessor'],
  plan: roles,
  clinical: [...treating, 'gp'],
  medicines: [...treating, 'provider', 'gp', 'assessor'],
  safety: [...treating, 'provider', 'gp', 'voluntary', 'assessor'],
  safeguarding: treating,
  consent: roles,
  document: [...treating, 'gp'],
  notice: [],
  restricted: [],
  identity: [],
  retracted: [],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Kind = keyof typeof seenByRole

/** docs/access.md, “Who may bring whom in”. */
const bringsIn: Readonly<Record<Role, readonly Role[]>> = {
  acute: ['hub'],
  hub: ['community', 'council', 'provider', 'icb', 'voluntary', 'assessor', 'gp'],
  community: ['provider', 'voluntary'],
  council: ['provider', 'voluntary', 'assessor'],
  ...{ provider: [], gp: [], icb: [], voluntary: [], assessor: [] },
}

/** Bodies that keep something from an organisation, and bodies that break glass. */
export const mayKeep: readonly string[] = treating
export const mayBreakGlass: readonly string[] = [...treating, 'gp']

/** `role` is absent of a vendor or an operator: they have no part in anybody's care. */
export interface Organisation {
  readonly id: string
  readonly role?: Role
}

export interface Agreement {
  readonly from: string
  readonly to: string
}

/** Whoever asks: an organisation and, where glass is to be broken, the professional who did. */
export interface Caller {
  readonly organisation: string
  readonly professional?: string
}

/** What is written: a resource as far as the rule looks at it. Names are `Type/id`. */
export interface Writing {
  readonly name: string
  readonly by: string
  readonly kind: Kind
  /** The Patient that it is about. */
  readonly person?: string
  /** Papers, kin, homes, equipment, consents, teams: what can hold where somebody is. */
  readonly tellsWhere?: boolean
  /** Whose journeys it joins: the stay, the referral or the person that it names; of a Provenance what it tells of. */
  readonly hangsOn?: readonly string[]
  /** It is about these and nothing else (a Provenance, a file): it is hidden and kept with them. */
  readonly about?: readonly string[]
  /** Files that it lists: they go where it goes. */
  readonly files?: readonly string[]
  readonly addressed?: readonly string[]
  /** Roles that may write it into a journey. */
  readonly writers: readonly Role[]
}

interface Entry extends Writing {
  readonly journeys: Set<string>
  /** The author's own among what it hangs on: it follows those into a journey that opens later. */
  readonly followed: readonly string[]
  isRetracted: boolean
  /** Deleted: those who could see it are told that it is gone. */
  isGone?: boolean
}

interface Party {
  readonly journey: string
  readonly organisation: string
  readonly role: Role
  /** One row for each reason; what ends one ends no other. */
  readonly because: string
  readonly professional?: string
  hasEnded: boolean
}

export interface Journey {
  readonly id: string
  readonly referral: string
  readonly person: string
  readonly trust: string
  readonly hub: string
  isOpen: boolean
}

/** `what` is the name of a resource, or the id of a journey. */
interface Keeping {
  readonly what: string
  readonly from: string
  readonly because: string
}

/** A person's objection to an organisation's seeing any of their journeys, as long as it stands. */
interface Objection {
  readonly consent: string
  readonly person: string
  readonly from: string
}

interface Identity {
  readonly birthDate: string
  readonly records: Set<string>
}

/** What comes into a journey with the person, the stay and the referral when it opens, by type. */
const follows = {
  person: ['RelatedPerson', 'AllergyIntolerance', 'Flag', 'Consent', 'Device', 'Provenance'],
  stay: [
    ...[
      'Observation',
      'DocumentReference',
      'Binary',
      'Bundle',
      'Composition',
      'QuestionnaireResponse',
      'Provenance',
      'Condition',
    ],
    ...['Procedure', 'AllergyIntolerance', 'MedicationStatement', 'MedicationRequest', 'Flag', 'CareTeam', 'DeviceRequest'],
  ],
  referral: ['QuestionnaireResponse', 'MedicationStatement', 'MedicationRequest', 'Procedure', 'DeviceRequest', 'Provenance'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export const typeOf = (name: string): string => name.slice(0, name.indexOf('/'))

/** A network of care as it stands. What is done in it is told by the functions below; `sees` is the rule. */
export interface Network {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly agreements: readonly Agreement[]
  readonly entries: Map<string, Entry>
  readonly journeys: Map<string, Journey>
  readonly parties: Party[]
  readonly kept: Keeping[]
  readonly objections: Objection[]
  readonly labelled: Set<string>
  /** By NHS number. */
  readonly identities: Map<string, Identity>
}

export function network(organisations: readonly Organisation[], agreements: readonly Agreement[]): Network {
  return {
    organisations: new Map(organisations.map((one) => [one.id, one])),
    agreements,
    ...{ entries: new Map(), journeys: new Map(), parties: [], kept: [], objections: [] },
    ...{ labelled: new Set(), identities: new Map() },
  }
}

/**
 * THE RULE. What is kept from an organisation it does not see, whatever else holds. Otherwise it sees what it wrote first, what is
 * addressed to it, and, of the journeys to which it is a party, what its role sees. What was entered in error its first author sees.
 */
export function sees(net: Network, caller: Caller, name: string): boolean {
  const entry = net.entries.get(name)
  if (!entry || isKept(net, caller.organisation, entry)) return false
  if (entry.by === caller.organisation) return true
  const kind = shownAs(net, entry)
  if (kind === 'retracted') return false
  if (entry.addressed?.includes(caller.organisation)) return true
  return [...entry.journeys].some((journey) => rolesOf(net, caller, journey).some((role) => rolesThatSee(kind).includes(role)))
}

const rolesThatSee = (kind: Kind): readonly Role[] => seenByRole[kind]

/** What was opened by breaking glass counts for the professional who broke it, and for nobody else of the organisation. */
function rolesOf({ parties }: Network, { organisation, professional }: Caller, journey: string): readonly Role[] {
  return parties
    .filter((one) => one.journey === journey && one.organisation === organisation && !one.hasEnded)
    .filter((one) => one.professional === undefined || one.professional === professional)
    .map(({ role }) => role)
}

/** By itself or with what it is about; with its whole journey, but that nobody loses what they wrote first themselves. */
export function isKept(net: Network, from: string, entry: Entry): boolean {
  const isNamed = (what: string) => net.kept.some((row) => row.what === what && row.from === from)
  if (isNamed(entry.name)) return true
  if ([...(entry.about ?? []), ...listing(net, entry.name)].some(isNamed)) return true
  return entry.by !== from && [...entry.journeys].some(isNamed)
}

/** What lists the file. */
const listing = ({ entries }: Network, file: string): readonly string[] =>
  [...entries.values()].filter(({ files }) => files?.includes(file)).map(({ name }) => name)

/** The kind under which it is shown: of a person who must not be found, what tells where they are is for its source alone. */
export function shownAs(net: Network, entry: Entry): Kind {
  if (entry.isRetracted) return 'retracted'
  if (typeOf(entry.name) === 'Provenance') return narrowest(net, entry)
  if (entry.tellsWhere && entry.person !== undefined && isHidden(net, entry.person)) return 'restricted'
  return entry.kind
}

/** A Provenance is shown to no more people than what it is about. */
function narrowest(net: Network, { about = [] }: Entry): Kind {
  const kinds = about.flatMap((name) => net.entries.get(name) ?? []).map((entry) => shownAs(net, entry))
  const isWithin = (one: Kind, other: Kind) => rolesThatSee(one).every((role) => rolesThatSee(other).includes(role))
  return kinds.find((one) => kinds.every((other) => isWithin(one, other))) ?? 'restricted'
}

/** Labelled by any source that knows the person. */
export const isHidden = (net: Network, patient: string): boolean =>
  recordsOf(net, patient).some((record) => net.labelled.has(record))

/** All sources' records that are joined with this one, and itself. */
export function recordsOf({ identities }: Network, patient: string): readonly string[] {
  const identity = [...identities.values()].find(({ records }) => records.has(patient))
  return identity ? [...identity.records] : [patient]
}

/** Records of one NHS number and date of birth are one person; who has the number with another date stands alone. */
export function identify({ identities }: Network, patient: string, number: string, birthDate: string): void {
  for (const { records } of identities.values()) records.delete(patient)
  const known = identities.get(number)
  if (!known) identities.set(number, { birthDate, records: new Set([patient]) })
  else if (known.birthDate === birthDate) known.records.add(patient)
}

const roleOf = (net: Network, organisation: string): Role | undefined => net.organisations.get(organisation)?.role

/** Roles in which it may write into the journey now: nobody writes by broken glass. */
export const writingRoles = (net: Network, organisation: string, journey: string): readonly Role[] =>
  rolesOf(net, { organisation }, journey)

/** Where a new writing would stand: `undefined` where it is refused, because it is about a journey of others. */
export function journeysFor(net: Network, writing: Writing): ReadonlySet<string> | undefined {
  const joined = new Set<string>()
  const mayIn = (journey: string) => writingRoles(net, writing.by, journey).some((role) => writing.writers.includes(role))
  for (const name of writing.hangsOn ?? []) {
    const anchor = net.entries.get(name)
    if (!anchor) continue
    const allowed = [...anchor.journeys].filter(mayIn)
    // What its source says of a person goes wherever that person's record went; for all else a role is asked for.
    const isFree = anchor.by === writing.by && typeOf(name) === 'Patient'
    if (!isFree && anchor.journeys.size > 0 && allowed.length === 0) return undefined
    for (const journey of allowed) joined.add(journey)
  }
  for (const name of followedBy(net, writing)) for (const journey of net.entries.get(name)?.journeys ?? []) joined.add(journey)
  if ((writing.hangsOn ?? []).length === 0) for (const journey of byPerson(net, writing)) joined.add(journey)
  return joined
}

/** Its author's own among what it hangs on; of a Provenance, what that hangs on too. */
function followedBy({ entries }: Network, { name, by, hangsOn = [] }: Writing): readonly string[] {
  const own = hangsOn.filter((one) => entries.get(one)?.by === by)
  return typeOf(name) === 'Provenance' ? own.flatMap((one) => [one, ...(entries.get(one)?.followed ?? [])]) : own
}

/** What names only the person belongs to the one open journey in which its writer may write it; with several to none. */
function byPerson(net: Network, { person, by, writers }: Writing): readonly string[] {
  if (roleOf(net, by) === 'acute' || person === undefined) return []
  const known = net.entries.get(person)
  const open = [...(known?.journeys ?? [])].filter((journey) => net.journeys.get(journey)?.isOpen)
  const mine = open.filter((journey) => writingRoles(net, by, journey).some((role) => writers.includes(role)))
  return mine.length === 1 ? mine : []
}

/** Written, and accepted. */
export function write(net: Network, writing: Writing): void {
  const journeys = new Set(journeysFor(net, writing))
  const followed = followedBy(net, writing)
  net.entries.set(writing.name, { ...writing, journeys, followed, isRetracted: false })
}

/** The gateway's own: nobody wrote it. */
const gateway = ''

export interface Referral {
  readonly name: string
  readonly trust: string
  readonly hub: string
  readonly person: string
  readonly stay?: string
  readonly keptFrom: readonly string[]
  readonly journey: string
  /** The EpisodeOfCare that the journey is, and the hub's task. */
  readonly episode: string
  readonly task: string
}

/** A trust refers its own person to a hub that it has an agreement with, unless that hub or itself is to be kept out of it. */
export function mayRefer(
  net: Network,
  { trust, hub, person, keptFrom }: Omit<Referral, 'name' | 'journey' | 'episode' | 'task'>,
) {
  const out = [...keptFrom, ...objectionsTo(net, person).map(({ from }) => from)]
  const isAgreed = net.agreements.some(({ from, to }) => from === trust && to === hub)
  const isBetween = roleOf(net, trust) === 'acute' && roleOf(net, hub) === 'hub' && isAgreed
  return isBetween && net.entries.get(person)?.by === trust && !out.includes(hub) && !out.includes(trust)
}

const objectionsTo = (net: Network, person: string): readonly Objection[] => {
  const records = recordsOf(net, person)
  return net.objections.filter((one) => records.includes(one.person))
}

/** The referral opens a journey: the trust is a party by the stay, the hub by the referral. */
export function refer(net: Network, referral: Referral): void {
  const { name, trust, hub, person, stay, journey, episode, task } = referral
  net.journeys.set(journey, { id: journey, referral: name, person, trust, hub, isOpen: true })
  const about = { person, writers: [] }
  write(net, { ...about, name, by: trust, kind: 'referral', hangsOn: [] })
  write(net, { ...about, name: episode, by: gateway, kind: 'referral' })
  write(net, { ...about, name: task, by: trust, kind: 'task', addressed: [hub] })
  for (const one of [name, episode, task]) net.entries.get(one)?.journeys.add(journey)
  comeIn(net, journey, person, follows.person)
  if (stay !== undefined) comeIn(net, journey, stay, follows.stay)
  const row = { journey, hasEnded: false }
  net.parties.push({ ...row, organisation: trust, role: 'acute', because: stay ?? name })
  net.parties.push({ ...row, organisation: hub, role: 'hub', because: name })
  for (const from of referral.keptFrom) net.kept.push({ what: journey, from, because: name }, { what: name, from, because: name })
  for (const { from, consent } of objectionsTo(net, person)) net.kept.push({ what: journey, from, because: consent })
}

/** With what its author hung on it. */
function comeIn(net: Network, journey: string, anchor: string, types: readonly string[]): void {
  net.entries.get(anchor)?.journeys.add(journey)
  for (const entry of net.entries.values())
    if (!entry.isGone && entry.followed.includes(anchor) && types.includes(typeOf(entry.name))) entry.journeys.add(journey)
}

/** Work is given by a party whose role may bring such an owner in, under an agreement, to nobody who is kept out. */
export function mayAssign(net: Network, journey: string, by: string, owner: string, referralIsActive: boolean): boolean {
  const role = roleOf(net, owner)
  const isAgreed = net.agreements.some(({ from, to }) => from === by && to === owner)
  const mayBring = writingRoles(net, by, journey).some((mine) => role !== undefined && bringsIn[mine].includes(role))
  const isOut = net.kept.some((row) => row.what === journey && row.from === owner)
  const referral = net.journeys.get(journey)?.referral ?? ''
  return referralIsActive && isAgreed && mayBring && !isOut && sees(net, { organisation: by }, referral)
}

export function assign(net: Network, task: { name: string; by: string; owner: string; journey: string }): void {
  const { referral = '', person = '' } = net.journeys.get(task.journey) ?? {}
  const { name, by, owner, journey } = task
  write(net, { name, by, kind: 'task', person, hangsOn: [referral], addressed: [owner], writers: treating })
  net.entries.get(name)?.journeys.add(journey)
  const role = roleOf(net, owner)
  if (role) net.parties.push({ journey, organisation: owner, role, because: name, hasEnded: false })
}

/** What made them parties ends with it. The hub's own task stands for the referral. */
export function endTask(net: Network, name: string, journey: Journey, isHubs: boolean): void {
  end(net, name)
  if (isHubs)
    for (const row of net.parties) if (row.because === journey.referral && row.organisation === journey.hub) row.hasEnded = true
}

const end = ({ parties }: Network, because: string): void => {
  for (const row of parties) if (row.because === because) row.hasEnded = true
}

/** The referral is withdrawn, or was entered in error: its open tasks end with it. */
export function withdraw(net: Network, journey: Journey, openTasks: readonly string[], wasWrong: boolean): void {
  journey.isOpen = false
  for (const task of openTasks) end(net, task)
  end(net, journey.referral)
  if (wasWrong) for (const name of [journey.referral, `EpisodeOfCare/${journey.id}`]) retract(net, name)
}

export function retract(net: Network, name: string): void {
  const entry = net.entries.get(name)
  if (entry) entry.isRetracted = true
  for (const file of entry?.files ?? []) retract(net, file)
  // An objection that was never made keeps nothing; a word on a resource stays while it stands there.
  if (typeOf(name) === 'Consent') giveBack(net, name)
}

export function keep(net: Network, because: string, what: readonly string[], from: readonly string[]): void {
  for (const one of what) for (const other of from) net.kept.push({ what: one, from: other, because })
}

/** Ends what this word or objection kept, and nothing else. */
export function giveBack(net: Network, because: string): void {
  const isOther = (one: { readonly because?: string; readonly consent?: string }) => (one.because ?? one.consent) !== because
  net.kept.splice(0, net.kept.length, ...net.kept.filter(isOther))
  net.objections.splice(0, net.objections.length, ...net.objections.filter(isOther))
}

/** The journeys that an objection, written by this organisation, keeps: those of the person in which it safeguards. */
export function journeysOfObjection(net: Network, by: string, person: string): readonly Journey[] {
  const records = recordsOf(net, person)
  const theirs = [...net.journeys.values()].filter((one) => records.includes(one.person))
  return theirs.filter(({ id }) => writingRoles(net, by, id).some((role) => mayKeep.includes(role)))
}

/** Never from the trust or the hub that holds the journey. */
export const holds = (net: Network, journey: string, organisation: string): boolean =>
  writingRoles(net, organisation, journey).some((role) => role === 'acute' || role === 'hub')

/** Opens the person's open journeys to one professional, by the role of their organisation. */
export function breakGlass(net: Network, by: string, professional: string, number: string): readonly Journey[] {
  const role = roleOf(net, by)
  const records = net.identities.get(number)?.records ?? new Set()
  const open = [...net.journeys.values()].filter((one) => one.isOpen && records.has(one.person))
  for (const { id } of role ? open : [])
    net.parties.push({ journey: id, organisation: by, role: role ?? 'gp', because: 'glass', professional, hasEnded: false })
  return open
}
