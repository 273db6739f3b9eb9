// The CapabilityStatement says what is served: no more, no less.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { capabilities, statementOf } from '../../gateway/fhir/capability.ts'
import { searchQuery } from '../../gateway/fhir/search-query.ts'
import { routes } from '../../gateway/routes.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { base, bodyOf } from './world.ts'

const tokenUrl = 'http://gateway.example/auth/token'
const statement = statementOf({ base, routes, tokenUrl, date: '2026-01-05', cors: false, validator: ownValidator() })
const [rest] = statement.rest ?? []
const resources = rest?.resource ?? []

const ask = (query = '', headers: Record<string, string> = {}) =>
  capabilities(
    { base, at: '2026-01-05T10:15:00.000000Z', query: new URLSearchParams(query), headers: new Headers(headers) },
    { auth: { addresses: { tokenUrl } }, validator: ownValidator() },
    routes,
  )

describe('the CapabilityStatement', () => {
  it('is one that conforms', () => {
    expect(
      ownValidator()
        .validate(statement)
        .filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })

  it('names the version, the address and where tokens are had', async () => {
    expect(bodyOf(await ask())).toMatchObject({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      date: '2026-01-05',
      implementation: { url: base },
      rest: [
        {
          security: {
            cors: false,
            service: [{ coding: [{ code: 'SMART-on-FHIR' }] }],
            extension: [{ extension: [{ url: 'token', valueUri: tokenUrl }] }],
          },
        },
      ],
    })
  })

  it('lists the interactions of the table of types that a route serves, and no type without any', () => {
    const listed = Object.fromEntries(resources.map(({ type, interaction = [] }) => [type, interaction.map(({ code }) => code)]))
    const served = Object.entries(resourceTypes).filter(([, { interactions }]) => interactions.length > 0)
    expect(listed).toEqual(Object.fromEntries(served.map(([type, { interactions }]) => [type, [...interactions]])))
  })

  it('lists for each searched type only parameters that a search takes', () => {
    const samples: Readonly<Record<string, string>> = {
      token: 'x',
      reference: 'Patient/x',
      string: 'x',
      date: '2026',
      number: '1',
      quantity: '1',
      uri: 'urn:x',
      composite: 'x$x',
    }
    const context = { base, mayRead: () => true, at: '2026-01-05T10:15:00.000000Z' }
    for (const { type, interaction = [], searchParam } of resources) {
      expect(searchParam !== undefined).toBe(interaction.some(({ code }) => code === 'search-type'))
      for (const { name = '', type: kind = '', definition } of searchParam ?? []) {
        const { faults } = searchQuery(type ?? '', [[name, samples[kind] ?? '']], context)
        expect([type, name, faults.filter(({ id }) => id === 'parameter-unsupported')]).toEqual([type, name, []])
        expect([type, name, definition]).toEqual([type, name, expect.stringMatching(/^https?:\/\/.*\/SearchParameter\//)])
      }
    }
  })

  it('promises conditions and updates that create only where a route takes them', () => {
    for (const { type, interaction = [], ...flags } of resources) {
      const codes = interaction.map(({ code }) => code)
      const conditional = (code: string) =>
        routes.some((route) => route.type === type && route.interaction === code && route.conditional)
      expect([type, flags.conditionalCreate, flags.updateCreate]).toEqual([
        type,
        codes.includes('create'),
        codes.includes('create') && codes.includes('update'),
      ])
      expect([type, flags.conditionalUpdate, flags.conditionalDelete]).toEqual([
        type,
        conditional('update'),
        conditional('delete') ? 'single' : 'not-supported',
      ])
    }
  })

  it('is told again only when it changed, and in parts', async () => {
    const whole = await ask()
    const tag = whole.headers?.['etag'] ?? ''
    expect([(await ask('', { 'if-none-match': tag })).status, (await ask('', { 'if-none-match': 'W/"x"' })).status]).toEqual([
      304, 200,
    ])
    expect(bodyOf(await ask('_summary=true'))).toMatchObject({ fhirVersion: '4.0.1', meta: { tag: [{ code: 'SUBSETTED' }] } })
  })

  it('has modes: all, what is normative, terminology', async () => {
    const normative = bodyOf(await ask('mode=normative')) as unknown as typeof statement
    expect(normative.rest?.[0]?.resource?.map(({ type }) => type)).toContain('Patient')
    expect(normative.rest?.[0]?.resource?.map(({ type }) => type)).not.toContain('Task')
    expect(bodyOf(await ask('mode=terminology'))).toMatchObject({ resourceType: 'TerminologyCapabilities', kind: 'instance' })
    await expect(ask('mode=half')).rejects.toMatchObject({ reason: 'invalid' })
  })
})

describe('the profiles of the capability statement', () => {
  it('are all built ones', () => {
    const named = resources.flatMap(({ supportedProfile = [] }) => supportedProfile)
    expect(named.length).toBeGreaterThan(15)
    for (const canonical of named) {
      const id = canonical.slice(canonical.lastIndexOf('/') + 1)
      const built = JSON.parse(readFileSync(`profiles/built/definitions/StructureDefinition-${id}.json`, 'utf8')) as {
        url: string
      }
      expect(built.url).toBe(canonical)
    }
  })
})
