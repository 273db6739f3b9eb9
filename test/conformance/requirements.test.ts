// The requirements as a list: what must hold of every one of them, whatever it asks.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { suite } from '../../conformance/suite.ts'
import { mutants } from '../mutants/mutants.ts'

describe('the suite', () => {
  it('gives every requirement an id of its own', () => {
    const ids = suite.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^HF-[A-Z0-9]{3}-\d{3}$/.test(id))).toEqual([])
  })

  it('says where each is written, in few words', () => {
    const bad = suite.filter(
      ({ statement: { quote, source, url } }) => quote === '' || quote.length > 160 || source === '' || url === '',
    )
    expect(bad.map(({ id }) => id)).toEqual([])
  })

  it('proves each by faults that exist, or says why none can', () => {
    const known = new Set(mutants.map(({ id }) => id))
    const bad = suite.filter((one) =>
      'kills' in one ? one.kills.length === 0 || one.kills.some((id) => !known.has(id)) : one.unkillable === '',
    )
    expect(bad.map((one) => [one.id, 'kills' in one ? one.kills.filter((id) => !known.has(id)) : ''])).toEqual([])
  })

  it('has a test that claims each fault', () => {
    const claimed = new Set(suite.flatMap((one) => ('kills' in one ? one.kills : [])))
    expect(mutants.map(({ id }) => id).filter((id) => !claimed.has(id))).toEqual([])
  })

  it('needs nothing but profiles and Node itself, so that a vendor can run it alone', () => {
    const all = readdirSync('conformance', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    // What makes the packed suite stays here.
    const files = all.filter((file) => !file.startsWith('pack/'))
    expect(files.length).toBeLessThan(all.length)
    const foreign = files.flatMap((file) => {
      const text = readFileSync(join('conformance', file), 'utf8')
      const imports = [...text.matchAll(/^(?:import|export|\}) [^']*?from '([^']+)'/gm)].map(([, to = '']) => to)
      return imports.filter((to) => !/^(node:|\.)/.test(to)).map((to) => `${file} → ${to}`)
    })
    expect(foreign).toEqual([])
  })
})
