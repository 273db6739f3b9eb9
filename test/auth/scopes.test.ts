// Scopes: what is one, what is granted of a request, what a grant permits.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatScopes, intersect, letters, parseScopes, permits, type Scopes } from '../../gateway/auth/scopes.ts'

const types = ['*', 'Patient', 'Task', 'CarePlan', 'Nothing'] as const
const v2 = fc
  .tuple(fc.constantFrom(...types), fc.subarray([...letters], { minLength: 1 }))
  .map(([type, some]) => `system/${type}.${some.join('')}`)
const v1 = fc
  .tuple(fc.constantFrom(...types), fc.constantFrom('read', 'write', '*'))
  .map(([type, access]) => `system/${type}.${access}`)
const scopeText = fc.array(fc.oneof(v2, v1), { minLength: 1, maxLength: 5 }).map((tokens) => tokens.join(' '))

const parsed = (text: string): Scopes => {
  const result = parseScopes(text)
  if (!result.ok) throw new Error(result.words)
  return result.scopes
}

const everything = types.flatMap((type) => letters.map((letter) => [type, letter] as const))

describe('the grammar', () => {
  it('reads every scope of v1 and v2 and writes it as it was', () => {
    fc.assert(
      fc.property(scopeText, (text) => {
        expect(formatScopes(parsed(text))).toBe([...new Set(text.split(' '))].join(' '))
      }),
    )
  })

  it('reads nothing else', () => {
    const isScope = /^system\/(\*|[A-Z][A-Za-z]*)\.(read|write|\*|(?=.)c?r?u?d?s?)$/
    const near = fc.stringMatching(/^[a-z]{0,7}\/?[A-Z*]?[a-z]{0,4}\.?[crudsx* ]{0,6}$/)
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), v2), (text) => {
        expect(parseScopes(text).ok).toBe(text.split(' ').every((token) => isScope.test(token)))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the parameters of a granular scope, decoded', () => {
    expect(parsed('system/Task.rs?status=a%26b&code=http://x|y')).toEqual([
      {
        type: 'Task',
        letters: ['r', 's'],
        style: 'v2',
        params: [
          ['status', 'a&b'],
          ['code', 'http://x|y'],
        ],
      },
    ])
  })

  it.each(['?', '?a', '?a=', '?=b', '?a=b&', '?a=b&&c=d', '?a=%zz', '?a=b"', '?a=%'])(
    'has no granular scope ending in %s',
    (query) => {
      expect(parseScopes(`system/Task.rs${query}`).ok).toBe(false)
    },
  )

  it('has no v1 scope with parameters', () => {
    expect(parseScopes('system/Task.read?a=b').ok).toBe(false)
  })

  it('has a limit', () => {
    expect(parseScopes(Array.from({ length: 500 }, (_, n) => `system/Task${'x'.repeat(n % 60)}.r`).join(' ')).ok).toBe(false)
  })

  it('names a wrong scope by its place and not by its text', () => {
    const result = parseScopes('system/Task.r secret')
    expect(result).toEqual({ ok: false, words: 'scope 2 is not of the form system/(Type or *).cruds' })
  })
})

describe('what is granted', () => {
  it('is never more than was asked nor more than is registered, and all of what is both', () => {
    fc.assert(
      fc.property(scopeText, scopeText, (asking, registering) => {
        const [asked, registered] = [parsed(asking), parsed(registering)]
        const granted = intersect(asked, registered)
        for (const [type, letter] of everything.filter(([type]) => type !== 'Nothing')) {
          const both = permits(asked, type, letter) && permits(registered, type, letter)
          expect([type, letter, permits(granted, type, letter)]).toEqual([type, letter, both])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('means the same when it is read back from the token', () => {
    fc.assert(
      fc.property(scopeText, scopeText, (asking, registering) => {
        const granted = intersect(parsed(asking), parsed(registering))
        const again = granted.length === 0 ? [] : parsed(formatScopes(granted))
        expect(everything.map((one) => permits(again, ...one))).toEqual(everything.map((one) => permits(granted, ...one)))
      }),
    )
  })

  it('is no granular scope, not even a registered one', () => {
    const granular = parsed('system/Task.rs?status=requested')
    expect(intersect(granular, parsed('system/*.cruds'))).toEqual([])
    expect(intersect(parsed('system/Task.rs'), granular)).toEqual([])
  })

  it('is no type that the gateway does not know', () => {
    expect(intersect(parsed('system/Nothing.r'), parsed('system/*.cruds system/Nothing.cruds'))).toEqual([])
    expect(formatScopes(intersect(parsed('system/*.r'), parsed('system/Nothing.cruds system/Task.r')))).toBe('system/Task.r')
  })
})

describe('a grant', () => {
  it.each([
    ['system/Patient.r', 'Patient', 'r', true],
    ['system/Patient.r', 'Patient', 's', false],
    ['system/Patient.s', 'Patient', 'r', false],
    ['system/Patient.read', 'Patient', 'd', false],
    ['system/Patient.read', 'Patient', 's', true],
    ['system/Patient.write', 'Patient', 'd', true],
    ['system/Patient.write', 'Patient', 'r', false],
    ['system/*.r', 'Task', 'r', true],
    ['system/Task.cruds', 'Patient', 'r', false],
    ['system/Task.cruds', '*', 'r', false],
    ['system/Task.rs?status=requested', 'Task', 'r', false],
  ] as const)('%s permits %s.%s: %s', (text, type, letter, does) => {
    expect(permits(parsed(text), type, letter)).toBe(does)
  })
})
