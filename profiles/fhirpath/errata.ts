// R4 invariants whose expression says something else than their words: what they should have said, and who says so.

export interface Erratum {
  readonly published: string
  readonly corrected: string
  readonly reason: string
}

/** The expression to compile in place of a published one; most are returned as they are. */
export function corrected(expression: string): string {
  return errata.find(({ published }) => published === expression)?.corrected ?? expression
}

export const errata: readonly Erratum[] = [
  {
    published: 'start.hasValue().not() or end.hasValue().not() or (start <= end)',
    corrected: 'iif(start > end, false, true)',
    reason: 'per-1: 2024-02-01 to 2024-02-01T10:00Z is no error; R5 compares the boundaries, so that only a certain breach fails',
  },
  {
    published: 'low.empty() or high.empty() or (low <= high)',
    corrected: 'iif(low > high, false, true)',
    reason: 'rng-2: amounts that cannot be compared breach nothing; R5 compares the boundaries',
  },
  {
    published: 'lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn',
    corrected: 'iif(lastModified < authoredOn, false, true)',
    reason: 'inv-1 of Task: as per-1',
  },
  {
    published: 'whenHandedOver.empty() or whenPrepared.empty() or whenHandedOver >= whenPrepared',
    corrected: 'iif(whenHandedOver < whenPrepared, false, true)',
    reason: 'mdd-1: as per-1',
  },
  {
    published: "operator = 'exists' implies (answer is Boolean)",
    corrected: "operator = 'exists' implies (answer is boolean)",
    reason: 'que-7: a FHIR boolean is no System.Boolean, so that no answer could ever be right; R5 says boolean',
  },
  {
    published: 'enableWhen.count() > 2 implies enableBehavior.exists()',
    corrected: 'enableWhen.count() > 1 implies enableBehavior.exists()',
    reason: 'que-12: its words are “if there are more than one enableWhen”; R5 says > 1',
  },
  {
    published: "name.matches('[A-Z]([A-Za-z0-9_]){0,254}')",
    corrected: "name.exists() implies name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')",
    reason:
      'adf-0, cpb-0, que-0 and their kin: matches() looks anywhere in the name, and an absent name is none that is wrong; R5 says so',
  },
  {
    published:
      "clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.select($this='problem-list-item').empty()",
    corrected:
      "clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.coding.where(code='problem-list-item').empty()",
    reason: 'con-3: a CodeableConcept is never equal to a code; its words are “category is problem-list-item”',
  },
  {
    published:
      "reference.startsWith('#').not() or (reference.substring(1).trace('url') in %rootResource.contained.id.trace('ids'))",
    corrected:
      "reference.exists() implies (reference.startsWith('#').not() or (reference.substring(1) in %rootResource.contained.id) or (reference = '#' and %rootResource != %resource))",
    reason:
      'ref-1: a Reference without `reference` (identifier or display) is right, and a contained resource may point at its container with # (FHIR R4, references.html)',
  },
]
