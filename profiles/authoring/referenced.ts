// The extensions of others that our profiles name, as far as SUSHI must know them: address, place and type of value.
//
// Their definitions are not copied: these stand-ins are made of R4's own Extension, live in SUSHI's cache only, and no package of
// ours holds them. Facts from reference/uk-fhir-standards.md §4.3 (UK Core) and from R5's Encounter.plannedEndDate.

interface Referenced {
  readonly url: string
  readonly name: string
  readonly context: string
  readonly type: string
}

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'

export const referenced: readonly Referenced[] = [
  {
    url: `${ukCore}NHSNumberVerificationStatus`,
    name: 'ExtensionUKCoreNHSNumberVerificationStatus',
    context: 'Patient.identifier',
    type: 'CodeableConcept',
  },
  {
    url: `${ukCore}AdmissionMethod`,
    name: 'ExtensionUKCoreAdmissionMethod',
    context: 'Encounter.hospitalization',
    type: 'CodeableConcept',
  },
  { url: `${ukCore}DischargeMethod`, name: 'ExtensionUKCoreDischargeMethod', context: 'Encounter', type: 'CodeableConcept' },
  { url: `${ukCore}CareSettingType`, name: 'ExtensionUKCoreCareSettingType', context: 'Composition', type: 'CodeableConcept' },
  {
    url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate',
    name: 'EncounterPlannedEndDate',
    context: 'Encounter',
    type: 'dateTime',
  },
]

interface Element {
  readonly id: string
  readonly type?: readonly { readonly code: string }[]
  readonly [name: string]: unknown
}

/** R4's Extension narrowed to one address and one type of value. */
export function standIn({ url, name, context, type }: Referenced, extension: { readonly [name: string]: unknown }) {
  const { element } = extension['snapshot'] as { element: readonly Element[] }
  return {
    ...extension,
    resourceType: 'StructureDefinition',
    id: name,
    url,
    name,
    derivation: 'constraint',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
    context: [{ type: 'element', expression: context }],
    snapshot: { element: element.map((one) => narrowed(one, url, type)) },
    differential: { element: [] },
  }
}

function narrowed(element: Element, url: string, type: string): Element {
  if (element.id === 'Extension.url') return { ...element, fixedUri: url }
  if (element.id === 'Extension.value[x]') return { ...element, min: 1, type: [{ code: type }] }
  return element
}
