// What a request prefers, and how its answer names what of it was followed (RFC 7240).

/** The first of the header's values that is one of these; another counts as not said. */
export function preferred<Value extends string>(headers: Headers, name: string, values: readonly Value[]): Value | undefined {
  for (const preference of (headers.get('prefer') ?? '').split(/[,;]/)) {
    const [, said, value] = /^\s*(\w+)\s*=\s*"?(\w+)"?\s*$/.exec(preference.toLowerCase()) ?? []
    const found = said === name ? values.find((one) => one.toLowerCase() === value) : undefined
    if (found) return found
  }
  return undefined
}

/** How a search takes what it does not understand. */
export const preferredHandling = (headers: Headers): 'lenient' | 'strict' | undefined =>
  preferred(headers, 'handling', ['lenient', 'strict'])

/** For the answer that did so; nothing where nothing was preferred. */
export function followed(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [appliedHeader]: `${name}=${value}` }
}

export const appliedHeader = 'preference-applied'
