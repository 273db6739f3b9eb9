// Every constraint of our profiles bites: a broken example for each, found fault with while it stands, and not without it.

import { describe, expect, it } from 'vitest'
import { exceptions } from './besides.ts'
import { changesFor } from './changes.ts'
import { constraints, nameOf, names } from './constraints.ts'
import { type Own, examples, own } from './definitions.ts'
import { proofsPage } from './page.ts'
import {
  type Attempt,
  type Proof,
  faults,
  goodExamples,
  isExpected,
  issuesOf,
  searchAll,
  searchIn,
  textOf,
  validator,
} from './proofs.ts'
import { verdictsOn } from './removals.ts'
import { rows } from './rows.ts'

const search = searchAll()
const proofsOf = (definition: Own): readonly Proof[] =>
  search.proofs.filter(({ constraint }) => constraint.definition.url === definition.url)
const tried = ({ words, example, wanted, found }: Attempt): string =>
  `${example}: ${words}; wanted ${wanted}; found ${found.join(', ')}`

/** What is read as a constraint, and what is none: words, and must-support. */
const known =
  /^(?:id|path|sliceName|slicing|min|max|type|binding|constraint|(?:fixed|pattern|minValue|maxValue)[A-Z]\w*|short|definition|mustSupport)$/

describe('the good examples', () => {
  it('compiles every definition without a fault', () => {
    expect(faults).toEqual([])
  })

  it.each(examples)('says nothing wrong, by all that it claims: $name', ({ resource }) => {
    const errors = validator.validate(resource).filter(({ severity }) => severity === 'error')
    expect(errors.map(textOf)).toEqual([])
  })

  it.each(own)('has one of $id', (definition) => {
    expect(goodExamples(definition).length).toBeGreaterThan(0)
  })
})

describe('the broken examples', () => {
  it('proves every constraint: none is missing', () => {
    const missing = search.missing.map(({ constraint, attempts }) => [nameOf(constraint), ...attempts.slice(0, 3).map(tried)])
    expect(missing).toEqual([])
    expect(search.proofs.map(({ constraint }) => nameOf(constraint))).toEqual(constraints().map(nameOf))
  })

  it('knows every kind of rule that a differential may hold', () => {
    const keys = new Set(own.flatMap(({ differential }) => differential.element.flatMap((element) => Object.keys(element))))
    expect([...keys].filter((key) => !known.test(key))).toEqual([])
    const closed = own.flatMap(({ differential }) =>
      differential.element.filter(({ slicing }) => slicing?.rules !== undefined && slicing.rules !== 'open'),
    )
    expect(closed).toEqual([])
  })

  it('names a constraint that nothing proves', () => {
    const patient = own.find(({ id }) => id === 'HomeFirstPatient')
    const photo = { id: 'Patient.photo', path: 'Patient.photo', min: 1 }
    const stricter = patient && { ...patient, differential: { element: [...patient.differential.element, photo] } }
    const { missing } = searchIn(stricter as Own)
    expect(missing.map(({ constraint }) => nameOf(constraint))).toEqual(['HomeFirstPatient Patient.photo min'])
  })

  it('needs every row that was written by hand, and every exception', () => {
    const keys = search.proofs.flatMap(({ constraint: { definition, element, kind, detail } }) => [
      `${definition.id} ${element} ${kind}`,
      `${kind} ${detail}`,
    ])
    expect(Object.keys(rows).filter((key) => !keys.includes(key))).toEqual([])
    const used = new Set(search.proofs.flatMap(({ besides }) => besides))
    expect(exceptions.filter(({ reason }) => !used.has(reason)).map(({ reason }) => reason)).toEqual([])
  })

  it('tells apart what only gives a name', () => {
    expect(
      names().filter(({ element, definition }) =>
        search.proofs.some(
          ({ constraint }) =>
            constraint.kind === 'slice' && constraint.element === element && constraint.definition === definition,
        ),
      ),
    ).toEqual([])
  })
})

describe('a profile that is derived from one of ours', () => {
  const derived = own.flatMap((definition) =>
    own.filter(({ url }) => url === definition.baseDefinition).map((parent) => ({ definition, parent, id: definition.id })),
  )

  it.each(derived)('is bound by what binds its parent: $id', ({ definition, parent }) => {
    const goods = goodExamples(definition)
    const bites = proofsOf(parent).flatMap(({ constraint }) => {
      const changes = goods.flatMap(({ bare }) => changesFor(constraint, bare))
      const isRefused = changes.some(({ broken, issue }) => issuesOf(definition, broken).some((one) => isExpected(one, issue)))
      return changes.length === 0 ? [] : [{ name: nameOf(constraint), isRefused }]
    })
    expect(bites.filter(({ isRefused }) => !isRefused)).toEqual([])
    expect(bites.length).toBeGreaterThan(5)
  })

  it('is one of the decisions', () => {
    expect(derived.length).toBeGreaterThanOrEqual(9)
  })
})

describe('without its constraint', () => {
  let count = 0

  it.each(own)('finds nothing in the broken example, for each constraint of $id', { timeout: 120_000 }, (definition) => {
    const verdicts = verdictsOn(definition, proofsOf(definition))
    expect(verdicts.filter(({ fault }) => fault !== undefined)).toEqual([])
    count += verdicts.length
  })

  it('has taken away every constraint once', () => {
    process.stdout.write(`${count} constraints, each removed once: ${count} proofs failed as they must\n`)
    expect(count).toBe(constraints().length)
  })
})

describe('the table', () => {
  it('has a row for every constraint', () => {
    const page = proofsPage(search)
    expect(page.split('\n').filter((line) => /^\| `[A-Z]/.test(line)).length).toBe(search.proofs.length)
    expect(page).toContain('None is without a proof.')
  })
})
