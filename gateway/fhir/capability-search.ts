// What the CapabilityStatement says of searching: parameters with their definitions, and what may come along.

import type { CapabilityStatementRestResource } from '@medplum/fhirtypes'
import { exchangeResources } from '../../profiles/definitions-own.ts'
import { readJsonFile } from '../../profiles/definitions.ts'
import { searchParameters } from '../store/search-parameters.ts'
import { resourceTypes, type TypeName } from '../types.ts'
import { linksOf } from './search-include.ts'
import { isSearched } from './served.ts'

type SearchParam = NonNullable<CapabilityStatementRestResource['searchParam']>[number]

export function searchParamsOf(type: TypeName): SearchParam[] {
  const own = Object.entries(searchParameters[type] ?? {}).map(([name, { type: kind }]) => {
    const definition = definitions().get(`${type}.${name}`) ?? definitions().get(`Resource.${name}`)
    return { name, ...(definition !== undefined && { definition }), type: kind }
  })
  const common: SearchParam[] = [
    { name: '_id', definition: 'http://hl7.org/fhir/SearchParameter/Resource-id', type: 'token' },
    {
      name: '_lastUpdated',
      definition: 'http://hl7.org/fhir/SearchParameter/Resource-lastUpdated',
      type: 'date',
      documentation: 'Dates without a zone are UTC.',
    },
  ]
  return [...common, ...own.filter(({ name }) => !common.some((one) => one.name === name))]
}

interface Definition {
  readonly resourceType: string
  readonly url?: string
  readonly code?: string
  readonly base?: readonly string[]
}

/** `Type.code` to the canonical of the SearchParameter: HL7's, or ours. */
function definitions(): ReadonlyMap<string, string> {
  return (urls ??= new Map(
    [...readJsonFile<readonly Definition[]>('search-parameters.json'), ...(exchangeResources() as readonly Definition[])]
      .filter(({ resourceType }) => resourceType === 'SearchParameter')
      .flatMap(({ url = '', code = '', base = [] }) => base.map((type): [string, string] => [`${type}.${code}`, url])),
  ))
}

let urls: ReadonlyMap<string, string> | undefined

/** By the references of the table to and from what is stored and searched: nothing else could come along. */
export function includesOf(type: TypeName): Pick<CapabilityStatementRestResource, 'searchInclude' | 'searchRevInclude'> {
  if (!isSearched(type)) return {}
  const forward = linksOf(type)
    .filter(([, { targets = [] }]) => targets.some(isSearched))
    .map(([name]) => `${type}:${name}`)
  const back = typeNames()
    .filter(isSearched)
    .flatMap((source) =>
      linksOf(source).flatMap(([name, { targets = [] }]) => (targets.includes(type) ? [`${source}:${name}`] : [])),
    )
  return {
    ...(forward.length > 0 && { searchInclude: forward }),
    ...(back.length > 0 && { searchRevInclude: back }),
  }
}

const typeNames = (): TypeName[] => Object.keys(resourceTypes) as TypeName[]
