// Delete: whose it is to do, and what may not go. https://hl7.org/fhir/R4/http.html#delete

import { referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { searchParameters } from '../store/search-parameters.ts'
import type { Cursor } from '../store/store.ts'
import { leave, releaseKeys } from './match.ts'
import type { Planning, Stored } from './planning.ts'
import { literalReferences } from './references.ts'

/**
 * Deletes what the caller's organisation made and nobody else was ever given. What others may have read and acted on does not
 * vanish from under them: it is retracted (status entered-in-error, or revoked, or inactive), which hides it and tells them. So no
 * referral is ever lost. Throws 403 for another's, 409 for what others rely on.
 */
export async function remove(planning: Planning, before: Stored): Promise<void> {
  const { resource, origin } = before
  if (origin !== planning.caller.organization) {
    throw new Refusal('forbidden', {
      id: 'not-yours-to-delete',
      text: `only the organisation that it comes from may delete a ${resource.resourceType}`,
      expression: resource.resourceType,
    })
  }
  if (await wasGiven(planning, referenceTo(resource))) throw new Refusal('not-allowed-now', reliedUpon(resource))
  planning.remove(before)
  planning.giveBack(referenceTo(resource))
  await releaseKeys(planning, resource, origin)
  const person = await planning.holder('person-of', referenceTo(resource))
  if (person !== undefined) await leave(planning, person, referenceTo(resource))
}

/** Whether it ever stood in a journey with another party, whatever that party's role sees of it now. */
async function wasGiven({ store, caller }: Planning, reference: string): Promise<boolean> {
  for (const journey of await store.journeysOf(reference)) {
    const parties = await store.parties(journey)
    if (parties.some(({ organization }) => organization !== caller.organization)) return true
  }
  return false
}

const reliedUpon = ({ resourceType }: FhirResource): Fault => ({
  id: 'relied-upon',
  text: `others were given this ${resourceType} and may have acted on it: set its status to entered-in-error (or revoked, cancelled, inactive), which tells them`,
  expression: resourceType,
})

/** What still refers to something that this plan deletes keeps it: 409, at the entry that deletes it. */
export async function checkUnreferred(planning: Planning, resource: FhirResource, expression: string): Promise<void> {
  if (!(await isReferredTo(planning, referenceTo(resource)))) return
  throw new Refusal('not-allowed-now', {
    id: 'referred-to',
    text: 'other resources refer to this one: delete or change them first',
    expression,
  })
}

/**
 * By what is stored and left alone by this plan, as far as a search parameter reads it: further index rows would cost every write. Or,
 * anywhere, by what this plan writes.
 */
async function isReferredTo(planning: Planning, reference: string): Promise<boolean> {
  const written = planning.written().flatMap((one) => planning.resource(one) ?? [])
  if (written.some((one) => !isOwnRecord(one.resourceType) && refersTo(one, reference))) return true
  const stored = await Promise.all(
    referenceKeysTo(reference.split('/')[0] ?? '').map((key) => refersBy(planning, key, reference)),
  )
  return stored.includes(true)
}

/** Each by its own index row: one question over all of them would be answered by looking at everything. */
async function refersBy(planning: Planning, key: string, reference: string): Promise<boolean> {
  const type = key.split('.')[0] ?? ''
  if (isOwnRecord(type)) return false
  let after: Cursor | undefined
  do {
    const page = await planning.store.search(
      { as: 'gateway', why: 'what refers to a resource that is to be deleted' },
      {
        type,
        where: [{ on: 'reference', key, any: [reference] }],
        order: [],
        count: 100,
        total: false,
        ...(after && { after }),
      },
    )
    if (page.versions.some(({ id }) => !planning.isWritten(`${type}/${id}`))) return true
    after = page.next
  } while (after)
  return false
}

/** The index keys (`Type.parameter`) under which a reference to this type may stand. */
function referenceKeysTo(target: string): readonly string[] {
  return Object.entries(searchParameters).flatMap(([type, parameters]) =>
    Object.entries(parameters)
      .filter(([, one]) => one.type === 'reference' && !one.byMembership && one.within === undefined)
      .filter(([, { targets }]) => targets === undefined || targets.includes(target))
      .map(([code]) => `${type}.${code}`),
  )
}

/** What the gateway itself keeps of a resource (who the person is, what it told of it) holds nobody to keep it. */
const isOwnRecord = (type: string): boolean => type === 'Person' || type === 'Communication' || type === 'AuditEvent'

/** Anywhere in it, also by a version: what writing would insist on. */
const refersTo = (resource: FhirResource, reference: string): boolean =>
  literalReferences(resource).some((one) => one === reference || one.startsWith(`${reference}/`))
