// Our code systems: sound as FHIR, named with their sources, and known where the rest of the project uses them.

import { readFileSync, readdirSync } from 'node:fs'
import type { ConceptMap } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { base, codeSystem } from '../../profiles/canonical.ts'
import { issueCodes } from '../../profiles/compiler/issue.ts'
import { codeSystemResource, codeSystemUrls, conceptsOf, isComplete, isKnown, lookup } from '../../profiles/terminology.ts'
import { roles } from '../../gateway/types.ts'

const resources = codeSystemUrls().map((url) => codeSystemResource(url) ?? expect.fail(`no resource of ${url}`))

const codesOf = (id: string): string[] =>
  conceptsOf(codeSystemResource(codeSystem(id)) ?? expect.fail(`no code system ${id}`)).map(({ code }) => code)

describe('our code systems', () => {
  it.each(resources.map((one) => [one.id ?? '', one] as const))('are whole: %s', (id, resource) => {
    const concepts = conceptsOf(resource)
    expect(resource).toMatchObject({ url: codeSystem(id), status: 'active', experimental: false, caseSensitive: true })
    expect(resource.content).toBe(id === 'fault' ? 'fragment' : 'complete')
    expect(resource.name).toMatch(/^HomeFirst[A-Za-z0-9]+Codes$/)
    expect(resource.title?.length).toBeGreaterThan(3)
    expect(resource.count ?? concepts.length).toBe(concepts.length)
    expect(new Set(concepts.map(({ code }) => code)).size).toBe(concepts.length)
    for (const { code, display = '' } of concepts) {
      expect(code).toMatch(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
      expect(display.trim()).not.toBe('')
      expect(display.trim()).toBe(display)
      expect(lookup(codeSystem(id), code)).toEqual({ display })
    }
  })

  it('know nothing of others', () => {
    expect(lookup(codeSystem('pathway'), '4')).toBeUndefined()
    expect(lookup(codeSystem('pathway'), 'constructor')).toBeUndefined()
    expect(lookup('http://snomed.info/sct', '0')).toBeUndefined()
    expect(lookup('__proto__', '0')).toBeUndefined()
    expect(codeSystemResource('http://snomed.info/sct')).toBeUndefined()
    expect(isKnown(codeSystem('pathway'))).toBe(true)
    expect(isKnown(codeSystem('../../r4/types'))).toBe(false)
    expect(isComplete(codeSystem('pathway'))).toBe(true)
    expect(isComplete(codeSystem('fault'))).toBe(false)
    expect(isComplete(codeSystem('local'))).toBe(false)
  })

  it('know a code that stands within a group', () => {
    expect(lookup(codeSystem('delay-reason'), 'capacity')).toEqual({ display: 'Capacity' })
    expect(lookup(codeSystem('delay-reason'), 'ongoing-safeguarding-concern')).toEqual({
      display: 'Ongoing safeguarding concern',
    })
  })

  it('cover the pathways and the roles', () => {
    expect(codesOf('pathway')).toEqual(['0', '1', '2', '3'])
    expect(codesOf('organization-kind')).toEqual([...roles, 'vendor', 'operator'])
  })

  it('put each destination under its pathway', () => {
    for (const code of codesOf('discharge-destination'))
      expect(lookup(codeSystem('discharge-destination'), code)?.display.startsWith(`Pathway ${code[0]}: `), code).toBe(true)
  })

  it('hold every code of ours that a mapping writes', () => {
    const folder = new URL('../../mappings/codes/', import.meta.url)
    const maps = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const missing = maps.flatMap((name) => {
      const map = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ConceptMap
      return (map.group ?? [])
        .filter(({ target }) => target?.startsWith(base))
        .flatMap(({ target = '', element }) =>
          element.flatMap((row) => row.target ?? []).map(({ code = '' }) => [target, code] as const),
        )
        .filter(([system, code]) => !lookup(system, code))
    })
    expect(maps.length).toBeGreaterThan(5)
    expect(missing).toEqual([])
  })

  it('list every fault that this room reports', () => {
    const listed = new Set(codesOf('fault'))
    const sources = ['', 'compiler/', 'xml/'].flatMap((folder) => {
      const room = new URL(`../../profiles/${folder}`, import.meta.url)
      const names = readdirSync(room).filter((name) => name.endsWith('.ts'))
      return names.map((name) => readFileSync(new URL(name, room), 'utf8'))
    })
    const found = sources.flatMap((text) => [
      ...text.matchAll(/\bid: '([a-z0-9-]+)'/g),
      ...text.matchAll(/(?:report|stop)\([^;]*?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
      ...text.matchAll(/'(xml-[a-z-]+)'/g),
    ])
    const reported = [...Object.keys(issueCodes), ...found.map((match) => match[1] ?? '')]
    expect(new Set(reported).size).toBeGreaterThan(70)
    expect(reported.filter((id) => !listed.has(id))).toEqual([])
  })
})
