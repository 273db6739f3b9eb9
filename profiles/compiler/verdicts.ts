// What came out for the resources of one walk: a short list in most walks, a map in a Bundle of many.

export interface Verdicts {
  readonly size: number
  get(value: object): boolean | undefined
  set(value: object, isRight: boolean): void
  clear(): void
}

/** A Map that is emptied makes itself anew each time: a list of a few costs nothing. */
export function verdicts(): Verdicts {
  const values: (object | undefined)[] = []
  const answers: boolean[] = []
  let size = 0
  let many: Map<object, boolean> | undefined
  return {
    get size() {
      return size
    },
    get(value) {
      if (many) return many.get(value)
      for (let i = 0; i < size; i += 1) if (values[i] === value) return answers[i]
      return undefined
    },
    set(value, isRight) {
      if (many) return void many.set(value, isRight)
      let at = 0
      while (at < size && values[at] !== value) at += 1
      values[at] = value
      answers[at] = isRight
      if (at === size) size += 1
      if (size > few) many = new Map(values.slice(0, size).map((one, i) => [one ?? values, answers[i] === true]))
    },
    clear() {
      for (let i = 0; i < size; i += 1) values[i] = undefined
      size = 0
      many = undefined
    },
  }
}

const few = 12
