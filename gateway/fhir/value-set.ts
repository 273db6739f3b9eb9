// Which value set or code system a terminology operation is asked about.

import { wholeTerminology } from '../../profiles/definitions-own.ts'
import { Refusal } from '../refusal.ts'
import { invalidParameter, notSupported, type Asked } from './operation.ts'
import { packagedById, packagedByUrl, splitCanonical, type PackagedType } from './packaged.ts'
import type { FhirResource } from './resource.ts'

export interface AskedFor {
  readonly canonical: string
  /** None for one that exists by its address alone. */
  readonly resource?: FhirResource
}

/** By the id of the address, or by `url` (with `valueSetVersion`). 404 for one that is not here. */
export function valueSetAsked(asked: Asked, id: string | undefined): AskedFor {
  return id === undefined ? valueSetNamed(canonicalAsked(asked, 'valueSetVersion')) : byId('ValueSet', id, asked)
}

/** By the id of the address, or by `url` (with `version`). 404 for one that is not here. */
export function codeSystemAsked(asked: Asked, id: string | undefined): AskedFor {
  if (id !== undefined) return byId('CodeSystem', id, asked)
  const named = byUrl('CodeSystem', canonicalAsked(asked, 'version'))
  if (named) return named
  throw unknown('code-list-unknown', 'no such code system is here')
}

/**
 * By `url` or `url|version`. Of value sets that exist by their address alone there are as many as SNOMED CT has expressions: none
 * is looked into, and none is kept.
 */
export function valueSetNamed(canonical: string): AskedFor {
  const named = byUrl('ValueSet', canonical)
  if (named) return named
  if (/^http:\/\/(snomed\.info\/|loinc\.org\/vs\/)/.test(canonical))
    throw notSupported('value sets of SNOMED CT and LOINC by expression are not looked into here', 'url')
  if (!canonical.includes('|') && wholeTerminology().membership(canonical)) return { canonical }
  throw unknown('value-set-unknown', 'no such value set is here')
}

function canonicalAsked(asked: Asked, versionName: string): string {
  const [url, version] = [asked.text('url'), asked.text(versionName)]
  if (url === undefined) throw invalidParameter('url', 'the url of one is needed', 'required')
  const [bare, named] = splitCanonical(url)
  if (version !== undefined && named !== undefined && named !== version)
    throw invalidParameter('url', 'two versions are asked for at once')
  const asVersion = named ?? version
  return asVersion === undefined ? bare : `${bare}|${asVersion}`
}

function byUrl(type: PackagedType, canonical: string): AskedFor | undefined {
  const [bare] = splitCanonical(canonical)
  const resource = packagedByUrl(type, canonical)
  if (resource) return { canonical: bare, resource }
  if (packagedByUrl(type, bare)) throw unknown('version-unknown', 'it is not here in this version')
  return undefined
}

function byId(type: PackagedType, id: string, asked: Asked): AskedFor {
  if (asked.has('url')) throw invalidParameter('url', 'it is asked by its address or by its url')
  const resource = packagedById(type, id)
  if (typeof resource?.['url'] === 'string') return { canonical: resource['url'], resource }
  throw unknown('not-found', `no such ${type} is here`)
}

const unknown = (id: string, text: string): Refusal => new Refusal('not-found', { id, text })
