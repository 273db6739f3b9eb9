// Builds HL7 v2 messages for tests: a segment by its field numbers, an ADT with what one test changes.

type Fields = Readonly<Record<number, string>>

export function segment(name: string, fields: Fields): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number))
  return [name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')].join('|')
}

export const msh = (type: string, more: Fields = {}): string =>
  // MSH-1 is the separator itself: the builder's first field is MSH-2.
  segment('MSH', {
    1: '^~\\&',
    2: 'EPR',
    3: 'TRUST1',
    4: 'HOMEFIRST',
    5: 'HUB1',
    6: '20260105101600',
    8: type,
    9: 'T0001',
    10: 'P',
    11: '2.4',
    ...Object.fromEntries(Object.entries(more).map(([field, text]) => [Number(field) - 1, text])),
  })

export interface Parts {
  readonly msh?: Fields
  readonly evn?: Fields
  readonly pid?: Fields
  readonly pv1?: Fields
  readonly more?: readonly string[]
}

/** Ada, in bed 4 of ward J32. */
export function message(type: string, { msh: header = {}, evn = {}, pid = {}, pv1 = {}, more = [] }: Parts = {}): string {
  const person = { 3: 'S1234567^^^TRUST1^PI', 5: 'TESTPATIENT^ADA', 7: '19400229', 8: '2', ...pid }
  const stay = { 2: 'I', 3: 'J32^BAY2^BED4', 19: 'V0099', 44: '20260105095500', ...pv1 }
  const segments = [
    msh(type, header),
    segment('EVN', { 2: '20260105101500', ...evn }),
    segment('PID', person),
    segment('PV1', stay),
    ...more,
  ]
  return segments.join('\r') + '\r'
}
