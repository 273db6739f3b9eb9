// Bundles whose resources go out exactly as they are stored: a decimal keeps its text, which parsing would lose.

export interface BundleEntry {
  readonly fullUrl?: string
  /** JSON text of the resource; none for a deleted one. */
  readonly text?: string
  /** Everything that follows the resource: search, request, response. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** Each stored text is JSON that the gateway itself wrote, so it can stand in the text of the whole. */
export function bundleText(head: Readonly<Record<string, unknown>>, entries: readonly BundleEntry[]): string {
  const opening = JSON.stringify({ resourceType: 'Bundle', ...head })
  if (entries.length === 0) return opening
  return `${opening.slice(0, -1)},"entry":[${entries.map(entryText).join(',')}]}`
}

function entryText({ fullUrl, text, rest }: BundleEntry): string {
  const members = [
    ...(fullUrl === undefined ? [] : [`"fullUrl":${JSON.stringify(fullUrl)}`]),
    ...(text === undefined ? [] : [`"resource":${text}`]),
    ...Object.entries(rest).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
  ]
  return `{${members.join(',')}}`
}
