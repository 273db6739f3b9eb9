// The access predicate, which every read of a resource joins.

import { kinds, roles } from '../types.ts'
import { narrowedTo, type Look } from './narrowed.ts'
import { none, some, type Bind } from './statement.ts'
import type { Access } from './store.ts'

/**
 * True of a row of `resource` that the caller may see. There is no other place where this is decided:
 * what is withheld is hidden whatever else holds, but that nobody loses what they wrote first themselves with a whole journey;
 * otherwise the directory is open, and a resource is seen by who wrote it first, by those it is addressed to, and by the parties of
 * its journeys as far as their role sees its kind. What was entered in error is seen by who wrote it first and by named reviewers.
 * What a professional opened by breaking glass is open to that professional alone. Granular scopes narrow all of that.
 */
export function visible(access: Access, look: Look, bind: Bind): string {
  if (access.as === 'gateway') return '1 = 1'
  const { r } = look
  const organization = bind(access.organization)
  const withheld = `from withholding w where w.organization = ${organization} and (
    w.resource = ${r}.type || '/' || ${r}.id
    or w.resource in (select 'EpisodeOfCare/' || m.journey from membership m where m.rid = ${r}.rid)
      and ${none(`from version f where f.rid = ${r}.rid and f.version = 1 and f.author = ${organization}`)})`
  const broken = access.glass === undefined ? '' : ` or p.source = ${bind(access.glass)}`
  const reading = `from reader a where a.organization = ${organization} and a.rid = ${r}.rid
    and (a.why = 'author' or ${r}.kind <> 'retracted')`
  const taking = `from party p where p.journey = m.journey and p.organization = ${organization}
    and (p.until is null or p.until > ${bind(access.at)}) and (p.source not like 'break-glass/%'${broken})
    and (${granted(access.sees, `${r}.kind`)})`
  const partaking = `from membership m where m.rid = ${r}.rid and ${some(taking)}`
  const ways = [
    `${r}.kind = 'directory'`,
    ...(access.reviews === true ? [`${r}.kind = 'retracted'`] : []),
    some(reading),
    some(partaking),
    ...(access.people === true && look.type === 'Person'
      ? [`${r}.kind = 'identity' and ${some(joining(access, look, bind))}`]
      : []),
  ]
  const narrowed = narrowedTo(access, look, bind).map((test) => ` and ${test}`)
  return `(${none(withheld)} and (${ways.join(' or ')})${narrowed.join('')})`
}

/**
 * True of a row of `version` or `history`, beside the row of its resource that the caller may see: what was a draft before stays its
 * maker's, whose words were for nobody yet. The current version is shown as a read shows it.
 */
export function versionVisible(access: Access, { r, v }: { readonly r: string; readonly v: string }, bind: Bind): string {
  if (access.as === 'gateway') return '1 = 1'
  const maker = `from reader a where a.organization = ${bind(access.organization)} and a.rid = ${v}.rid and a.why = 'author'`
  return `(${v}.version = ${r}.version or ${none(`from draft d where d.rid = ${v}.rid and d.version = ${v}.version`)} or ${some(maker)})`
}

/** A Person stands for its Patients: who sees one of them may be told of it, by what tells no more (gateway/fhir/person.ts). */
function joining(access: Access, { r, by }: Look, bind: Bind): string {
  return `from search_index l join resource one on one.type = 'Patient' and one.id = substr(l.value, 9)
    where l.rid = ${r}.rid and l.key = 'Person.link' and substr(l.value, 1, 8) = 'Patient/'
      and one.deleted = 0 and ${visible(access, { r: 'one', type: 'Patient', by }, bind)}`
}

/** What each role is granted, as literals: only words of our own tables get in. No role brings what is retracted. */
function granted(sees: Sees, kind: string): string {
  const known = (grantsKnown.get(sees) ?? grantsKnown.set(sees, new Map()).get(sees))?.get(kind)
  if (known !== undefined) return known
  const rolesBySight = Map.groupBy(roles, (role) => words(kinds.filter((one) => one !== 'retracted' && sees[role].includes(one))))
  const grants = [...rolesBySight].filter(([seen]) => seen !== '')
  const made = grants.map(([seen, those]) => `(p.role in (${words(those)}) and ${kind} in (${seen}))`).join(' or ') || '1 = 0'
  grantsKnown.get(sees)?.set(kind, made)
  return made
}

type Sees = Extract<Access, { as: 'organization' }>['sees']

/** There is one table of access and a handful of aliases: writing them out anew was a tenth of a read. */
const grantsKnown = new WeakMap<Sees, Map<string, string>>()

const words = (list: readonly string[]): string => list.map((word) => `'${word}'`).join(', ')
