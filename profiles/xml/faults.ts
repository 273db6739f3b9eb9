// What can be wrong with FHIR in XML, where it stands, and the end of reading where nothing more can be said.

export interface XmlFault {
  readonly id:
    | 'xml-too-large'
    | 'xml-too-deep'
    | 'xml-too-many-decimals'
    | 'xml-too-many-faults'
    | 'utf8-invalid'
    | 'xml-encoding'
    | 'xml-invalid'
    | 'xml-doctype'
    | 'xml-processing-instruction'
    | 'xml-namespace'
    | 'xml-schema-instance'
    | 'xml-root'
    | 'xml-resource-unknown'
    | 'xml-element-unknown'
    | 'xml-element-order'
    | 'xml-element-repeated'
    | 'xml-element-empty'
    | 'xml-attribute-unknown'
    | 'xml-attribute-empty'
    | 'xml-value-invalid'
    | 'xml-text'
    | 'xml-narrative-prefix'
  /** Words that complete "the element …", never with what was sent. */
  readonly text: string
  /** FHIRPath-like: `Patient.name[0].given[1]`; none where no element of FHIR is at hand. */
  readonly path?: string
  /** Both count from 1; a column is a UTF-16 unit, a line ends with a line feed. */
  readonly line: number
  readonly column: number
}

/** A fault at an offset of the text; lines are counted once for all of them. */
export interface FaultAt extends Omit<XmlFault, 'line' | 'column'> {
  readonly offset: number
}

/** A document may be wrong everywhere; whoever mends it looks at the first. */
export const maxFaults = 100

/** Thrown through the parser to end it; never leaves profiles/xml. */
export class Stopped extends Error {}

/** Faults in the order of the text, with their lines. */
export function located(text: string, faults: readonly FaultAt[]): readonly XmlFault[] {
  let line = 1
  let start = 0
  let end = text.indexOf('\n')
  return faults
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, ...fault }) => {
      for (; end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
        line += 1
        start = end + 1
      }
      return { ...fault, line, column: offset - start + 1 }
    })
}

/** What gathers faults while it reads. */
export interface Noting {
  readonly text: string
  readonly faults: FaultAt[]
}

/** Keeps a fault; beyond the most that are kept, reading ends. */
export function note({ faults, text: whole }: Noting, id: XmlFault['id'], text: string, offset: number, path?: string): void {
  if (faults.length >= maxFaults) {
    faults.push({
      id: 'xml-too-many-faults',
      text: `has more than ${maxFaults} faults; the rest was not read`,
      offset: whole.length,
    })
    throw new Stopped()
  }
  faults.push({ id, text, offset, ...(path !== undefined && { path }) })
}

/** Keeps a fault after which nothing more can be said. */
export function stop(reading: Noting, id: XmlFault['id'], text: string, offset: number, path?: string): never {
  note(reading, id, text, offset, path)
  throw new Stopped()
}
