// JSON of unknown shape, looked into by path.

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The elements at a dotted path, lists flattened: `entry.resource.id`. */
export function at(value: unknown, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>(
      (found, name) => found.flatMap((one) => (isRecord(one) ? [one[name]].flat() : [])).filter((one) => one !== undefined),
      [value].flat(),
    )
}

/** The first thing at a path, if it is text; else ''. */
export function textAt(value: unknown, path: string): string {
  const [first] = at(value, path)
  return typeof first === 'string' ? first : ''
}

export const textsAt = (value: unknown, path: string): readonly string[] =>
  at(value, path).filter((one): one is string => typeof one === 'string')

/** undefined when it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
