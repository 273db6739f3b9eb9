// Where in a message an element comes from: the tables read backwards, for faults that show only in what was made of it.

import { tables } from './segments.ts'

interface Place {
  readonly target: readonly string[]
  readonly field: string
}

const places: readonly Place[] = Object.values(tables).flatMap(({ table }) =>
  table.rows.map(({ from, to }) => ({
    target: namesOf([table.type, table.each, to].filter(Boolean).join('.')),
    field: fieldOf(from),
  })),
)

/** `Patient.name[0].family` → `PID-5`: the field of the row that writes nearest to it; undefined when none writes near. */
export function sourcePlace(expression: string): string | undefined {
  const names = namesOf(expression)
  const nearness = ({ target }: Place) => {
    const apart = target.findIndex((name, i) => name !== names[i])
    return apart < 0 ? target.length : apart
  }
  const [nearest] = places.toSorted((a, b) => nearness(b) - nearness(a))
  return nearest && nearness(nearest) > 1 ? nearest.field : undefined
}

/** The elements of a path, without what says which of several. */
function namesOf(path: string): readonly string[] {
  return path.replaceAll(/\[[^\]]*\]/g, '').split('.')
}

function fieldOf(from: (typeof tables)[string]['table']['rows'][number]['from']): string {
  const [first = ''] = [from].flat()
  return (typeof first === 'string' ? first : first.path).replace(/[[.].*$/, '')
}
