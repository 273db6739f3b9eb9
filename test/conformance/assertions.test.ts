// The reference list of assertions against the suite: what must be shown is shown, and what is not says why.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assertionAreas } from '../../conformance/requirements/assertion-list.ts'
import { reasonedOut } from '../../conformance/requirements/reasoned-out.ts'
import { suite } from '../../conformance/suite.ts'

const path = '../shared/reference/assertions.tsv'
const isThere = existsSync(path)
if (!isThere) console.warn(`skipped: ${path} is not here`)

/** Areas whose assertions nobody has gone through yet. */
const later = assertionAreas.filter((one) => one.later !== undefined).map(({ prefix }) => prefix)

interface Assertion {
  readonly id: string
  readonly level: string
  readonly text: string
}

const areaOf = (id: string): string => id.split('-')[0] ?? ''

describe.skipIf(!isThere)('the list of assertions', () => {
  const lines = isThere ? readFileSync(path, 'utf8').trim().split('\n').slice(1) : []
  const all = lines.map((line): Assertion => {
    const [id = '', level = '', , text = ''] = line.split('\t')
    return { id, level, text }
  })
  const ours = all.filter(({ id }) => !later.includes(areaOf(id)))
  const showing = (id: string) => suite.filter(({ assertions = [] }) => assertions.includes(id))
  const isReasoned = ({ id }: Assertion) => Object.hasOwn(reasonedOut, id)
  const told = ({ id, level, text }: Assertion) => `${id} ${level} ${text}`

  it('has areas that are gone through, and some that come later', () => {
    const areas = new Set(all.map(({ id }) => areaOf(id)))
    expect(later.filter((area) => !areas.has(area))).toEqual([])
    expect(ours.length).toBeGreaterThan(200)
  })

  it('stands in the suite with each id and its level', () => {
    const known = assertionAreas.flatMap(({ assertions }) => assertions)
    expect(known).toEqual(all.map(({ id, level }) => ({ id, level })))
  })

  it('knows every assertion that a requirement or a reason names', () => {
    const known = new Set(all.map(({ id }) => id))
    const named = [...suite.flatMap(({ assertions = [] }) => assertions), ...Object.keys(reasonedOut)]
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  it('has every MUST shown by a requirement that fails for it, or told why none can', () => {
    const isHeld = ({ id }: Assertion) => showing(id).some(({ level }) => level === 'MUST' || level === 'GATE')
    const missing = ours.filter((one) => one.level === 'MUST' && !isHeld(one) && !isReasoned(one))
    expect(missing.map(told)).toEqual([])
  })

  it('has nine of ten SHOULD shown, and tells of every other assertion too', () => {
    const should = ours.filter(({ level }) => level === 'SHOULD')
    expect(should.filter(({ id }) => showing(id).length > 0).length / should.length).toBeGreaterThanOrEqual(0.9)
    expect(ours.filter((one) => showing(one.id).length === 0 && !isReasoned(one)).map(told)).toEqual([])
  })

  it('has at most one of ten reasoned out, and none that is shown all the same', () => {
    const out = Object.keys(reasonedOut)
    expect(out.length / ours.length).toBeLessThanOrEqual(0.1)
    expect(out.filter((id) => showing(id).length > 0)).toEqual([])
  })
})
