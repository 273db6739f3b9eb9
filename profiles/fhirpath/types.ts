// What a type name means to an operator: which FHIRPath system type a FHIR type turns into.

/** `complex`: no system type; compared part by part. */
export type Class = 'string' | 'boolean' | 'integer' | 'decimal' | 'date' | 'dateTime' | 'time' | 'quantity' | 'complex'

const classes: ReadonlyMap<string, Class> = new Map<string, Class>([
  ...(
    [
      'string',
      'code',
      'uri',
      'url',
      'canonical',
      'id',
      'markdown',
      'oid',
      'uuid',
      'base64Binary',
      'xhtml',
      'System.String',
    ] as const
  ).map((name) => [name, 'string'] as const),
  ...(['boolean', 'System.Boolean'] as const).map((name) => [name, 'boolean'] as const),
  ...(['integer', 'positiveInt', 'unsignedInt', 'integer64', 'System.Integer'] as const).map(
    (name) => [name, 'integer'] as const,
  ),
  ...(['decimal', 'System.Decimal'] as const).map((name) => [name, 'decimal'] as const),
  ...(['date', 'System.Date'] as const).map((name) => [name, 'date'] as const),
  ...(['dateTime', 'instant', 'System.DateTime'] as const).map((name) => [name, 'dateTime'] as const),
  ...(['time', 'System.Time'] as const).map((name) => [name, 'time'] as const),
  ...(['Quantity', 'Age', 'Count', 'Distance', 'Duration', 'SimpleQuantity', 'MoneyQuantity', 'System.Quantity'] as const).map(
    (name) => [name, 'quantity'] as const,
  ),
])

/** FHIR's implicit conversions (FHIR R4, §2.9.1 Using FHIRPath with resources). */
export function classOf(type: string): Class {
  return classes.get(type) ?? 'complex'
}

export function isPrimitiveClass(type: string): boolean {
  const kind = classOf(type)
  return kind !== 'complex' && kind !== 'quantity'
}

export const systemTypes: ReadonlySet<string> = new Set([
  'Any',
  'Boolean',
  'String',
  'Integer',
  'Decimal',
  'Date',
  'DateTime',
  'Time',
  'Quantity',
])

/** `id` elements are written with the URL of the system type. */
export function plainType(type: string): string {
  const system = 'http://hl7.org/fhirpath/'
  if (type.startsWith(system)) return type.slice(system.length)
  return type
}
