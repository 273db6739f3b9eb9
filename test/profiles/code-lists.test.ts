// The printed lists of codes answer as the terminology that they were made from, which they keep unread.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CodeLists, codeListsOf, listedFirst } from '../../profiles/code-lists.ts'
import type { Terminology } from '../../profiles/compiler/codes.ts'
import { packagedTerminology, readTerminology } from '../../profiles/definitions-own.ts'

const printed = JSON.parse(readFileSync('profiles/built/code-lists.json', 'utf8')) as CodeLists
const answer = (from: Terminology, url: string, system: string | undefined, code: string) => {
  const found = from.membership(url)
  return found && 'has' in found ? found.has(system, code) : found
}

describe('a value set whose codes are printed', () => {
  it('answers as the terminology does, for every code of it and for those that are not of it', () => {
    const behind = readTerminology()
    let count = 0
    for (const [url, lists] of Object.entries(printed)) {
      const systems = [...Object.keys(lists), 'http://example.org/none', '', undefined]
      const codes = [...Object.values(lists).flat(), 'banana', '']
      for (const system of systems) {
        for (const code of codes) {
          const told = answer(packagedTerminology(), url, system, code)
          if (told !== answer(behind, url, system, code))
            expect([url, system, code, told]).toEqual('the terminology says otherwise')
          count += 1
        }
      }
    }
    expect(Object.keys(printed).length).toBeGreaterThan(80)
    expect(count).toBeGreaterThan(5000)
  })

  it('does not ask the terminology for a code that is listed', () => {
    const silent: Terminology = {
      membership: () => {
        throw new Error('asked')
      },
    }
    const first = listedFirst(() => ({ 'urn:set': { 'urn:system': ['a'] } }), silent)
    expect(answer(first, 'urn:set', 'urn:system', 'a')).toBe(true)
    expect(answer(first, 'urn:set', undefined, 'a')).toBe(true)
    expect(() => answer(first, 'urn:set', 'urn:system', 'b')).toThrow('asked')
    expect(() => answer(first, 'urn:other', undefined, 'a')).toThrow('asked')
  })

  it('is printed only where all its codes can be told', () => {
    const urls = ['http://hl7.org/fhir/ValueSet/administrative-gender', 'http://hl7.org/fhir/ValueSet/mimetypes', 'urn:none']
    expect(Object.keys(codeListsOf(urls, readTerminology()))).toEqual([urls[0]])
  })
})
