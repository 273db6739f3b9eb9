// The one base of every canonical URL that is ours, and the names of what stands under it.

/** `.example` on purpose: nobody can mistake it for a national canonical. A deployer does not change it. */
export const base = 'https://home-first.example/fhir'

export const structureDefinition = (name: string) => `${base}/StructureDefinition/${name}`
export const codeSystem = (name: string) => `${base}/CodeSystem/${name}`
export const valueSet = (name: string) => `${base}/ValueSet/${name}`
export const messageDefinition = (name: string) => `${base}/MessageDefinition/${name}`
export const identifierSystem = (name: string) => `${base}/Id/${name}`

/** Identifier systems of the NHS (reference/uk-fhir-standards.md §4.5). */
export const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number'
export const odsOrganization = 'https://fhir.nhs.uk/Id/ods-organization-code'
export const odsSite = 'https://fhir.nhs.uk/Id/ods-site-code'
