// What the suite uses and Node 20 does not have yet; on a newer Node nothing is touched.

if (!('parse' in URL)) {
  Object.defineProperty(URL, 'parse', {
    value: (text: string, base?: string) => (URL.canParse(text, base) ? new URL(text, base) : null),
  })
}

if (!('withResolvers' in Promise)) {
  Object.defineProperty(Promise, 'withResolvers', {
    value: () => {
      const made: { promise?: Promise<unknown>; resolve?: unknown; reject?: unknown } = {}
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
      return made
    },
  })
}

/** A number's text that was kept (profiles/decimal.ts). Where it is written after all, it is the nearest number: nothing here writes one. */
if (!('rawJSON' in JSON)) {
  const made = new WeakSet()
  const rawJSON = (text: string): object => {
    if (typeof JSON.parse(text) === 'object') throw new SyntaxError('only a primitive is kept as text')
    const kept = Object.create(null, {
      rawJSON: { value: text, enumerable: true },
      toJSON: { value: () => JSON.parse(text) },
    })
    made.add(kept)
    return Object.freeze(kept)
  }
  Object.assign(JSON, { rawJSON, isRawJSON: (value: unknown) => typeof value === 'object' && value !== null && made.has(value) })
}

export {}
