// The conformance resources that come with the gateway: profiles, lists, messages, parameters; read and searched, never written.

import { base as canonicalBase, nhsNumber, odsOrganization, odsSite } from '../../profiles/canonical.ts'
import { exchangeResources, ownDefinitions } from '../../profiles/definitions-own.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { ownOperations } from './operation-definitions.ts'
import { packaged } from './packaged.ts'
import { read } from './read.ts'
import { isResource, type FhirResource } from './resource.ts'
import { search } from './search.ts'
import { isDefinitionType } from './served.ts'
import { shelfOf, type ShelfStore } from './shelf.ts'

export async function readDefinition(ask: Ask, house: House): Promise<Answer> {
  return read(ask, onShelf(house))
}

export async function searchDefinitions(ask: Ask, house: House): Promise<Answer> {
  return search(ask, onShelf(house))
}

/** The house with the shelf in place of the reads of its store. */
function onShelf(house: House): House {
  return { ...house, store: { ...house.store, ...shelfIn(house) } }
}

const shelves = new Map<string, ShelfStore>()

/** Filled when it is first asked for: most callers never do. */
function shelfIn({ base }: House): ShelfStore {
  const known = shelves.get(base)
  if (known) return known
  const made = shelfOf(definitions(), base)
  shelves.set(base, made)
  return made
}

/** What is published here, in the order in which it is listed without a sort. */
export function definitions(): readonly FhirResource[] {
  const all = [
    ...ownDefinitions(),
    ...packaged('CodeSystem'),
    ...packaged('ValueSet'),
    ...packaged('ConceptMap'),
    ...exchangeResources(),
    ...ownOperations(),
    ...namingSystems,
  ]
    .filter(isResource)
    .filter(({ resourceType, id }) => isDefinitionType(resourceType) && id !== undefined)
  return [guideOf(all), ...all]
}

const date = '2026-11-22'

/** Identifier systems that records here carry, with where each is from. */
const namingSystems: readonly FhirResource[] = [
  ['nhs-number', 'NHSNumber', nhsNumber, 'NHS number: ten digits, the last a check digit (modulus 11)'],
  ['ods-organization-code', 'ODSOrganizationCode', odsOrganization, 'Code of an organisation in the Organisation Data Service'],
  ['ods-site-code', 'ODSSiteCode', odsSite, 'Code of a site in the Organisation Data Service'],
].map(([id, name, uri, description]) => ({
  resourceType: 'NamingSystem',
  id: id ?? '',
  name,
  status: 'active',
  kind: 'identifier',
  date,
  publisher: 'Home First Gateway project',
  responsible: 'NHS England',
  description,
  uniqueId: [{ type: 'uri', value: uri, preferred: true }],
}))

function guideOf(all: readonly FhirResource[]): FhirResource {
  return {
    resourceType: 'ImplementationGuide',
    id: 'home-first',
    url: `${canonicalBase}/ImplementationGuide/home-first`,
    version: '0.1.0',
    name: 'HomeFirst',
    title: 'Home First Gateway',
    status: 'active',
    date,
    publisher: 'Home First Gateway project',
    packageId: 'home-first-gateway',
    fhirVersion: ['4.0.1'],
    definition: {
      resource: all.map(({ resourceType, id = '', title, name }) => ({
        reference: { reference: `${resourceType}/${id}` },
        ...(typeof (title ?? name) === 'string' && { name: title ?? name }),
        exampleBoolean: false,
      })),
    },
  }
}
