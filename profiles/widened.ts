// Elements of R4 whose own text allows more codes than the value set that they are bound to.

interface Widened {
  readonly path: string
  readonly valueSet: string
  readonly besides: readonly string[]
}

const mediaTypes = 'http://hl7.org/fhir/ValueSet/mimetypes|4.0.1'

/**
 * By the name under which the validator knows such a binding. R4, CapabilityStatement.format: "xml", "json" and "ttl" are allowed,
 * which stand for the encodings that FHIR describes; otherwise it is a media type
 * (http://hl7.org/fhir/R4/capabilitystatement-definitions.html#CapabilityStatement.format). patchFormat has no such text.
 */
export const widened: Readonly<Record<string, Widened>> = {
  [`${mediaTypes}, nor xml, json or ttl`]: {
    path: 'CapabilityStatement.format',
    valueSet: mediaTypes,
    besides: ['xml', 'json', 'ttl'],
  },
}

/** What the codes of an element must be of: its value set, or the name of what its text allows besides. */
export function requiredAt(path: string, valueSet: string): string {
  const [found] = Object.entries(widened).filter(([, one]) => one.path === path && one.valueSet === valueSet)
  return found?.[0] ?? valueSet
}
