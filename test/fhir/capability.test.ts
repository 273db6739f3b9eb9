// The CapabilityStatement says what is served: no more, no less.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { capabilities, capabilityStatement } from '../../gateway/fhir/capability.ts'
import { searchQuery } from '../../gateway/fhir/search-query.ts'
import { routes } from '../../gateway/routes.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { base, bodyOf } from './world.ts'

interface Statement {
  readonly fhirVersion: string
  readonly rest: readonly [
    {
      readonly security: { readonly extension: readonly unknown[]; readonly service: readonly unknown[] }
      readonly interaction: readonly { readonly code: string }[]
      readonly operation: readonly { readonly name: string }[]
      readonly resource: readonly {
        readonly type: string
        readonly interaction: readonly { readonly code: string }[]
        readonly searchParam?: readonly { readonly name: string; readonly type: string }[]
        readonly conditionalCreate: boolean
        readonly updateCreate: boolean
      }[]
    },
  ]
}

const statementOf = async () => {
  const tokenUrl = 'http://gateway.example/auth/token'
  const answer = await capabilities({ base, at: '2026-01-05T10:15:00.000000Z' }, { auth: { addresses: { tokenUrl } } })
  return bodyOf(answer) as unknown as Statement
}

describe('the CapabilityStatement', () => {
  it('names the version, the address and where tokens are had', async () => {
    const statement = await statementOf()
    expect(statement).toMatchObject({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      date: '2026-01-05',
      implementation: { url: base },
    })
    expect(statement.rest[0].security).toMatchObject({
      service: [{ coding: [{ code: 'SMART-on-FHIR' }] }],
      extension: [{ extension: [{ url: 'token', valueUri: 'http://gateway.example/auth/token' }] }],
    })
  })

  it('lists the interactions of the table of types, and no type without any', async () => {
    const { resource } = (await statementOf()).rest[0]
    const listed = Object.fromEntries(resource.map(({ type, interaction }) => [type, interaction.map(({ code }) => code)]))
    const served = Object.entries(resourceTypes).filter(([, { interactions }]) => interactions.length > 0)
    expect(listed).toEqual(Object.fromEntries(served.map(([type, { interactions }]) => [type, [...interactions]])))
  })

  it('lists for each searched type only parameters that a search takes', async () => {
    const samples: Readonly<Record<string, string>> = {
      token: 'x',
      reference: 'x',
      string: 'x',
      date: '2026',
    }
    for (const { type, interaction, searchParam } of (await statementOf()).rest[0].resource) {
      expect(searchParam !== undefined).toBe(interaction.some(({ code }) => code === 'search-type'))
      for (const { name, type: kind } of searchParam ?? []) {
        const { faults } = searchQuery(type, [[name, samples[kind] ?? '']], { base, mayRead: () => true })
        expect([type, name, faults]).toEqual([type, name, []])
      }
    }
  })

  it('names a transaction and operations only where a route serves them', async () => {
    const [{ interaction, operation }] = (await statementOf()).rest
    const isServed = (path: string) => routes.some((route) => route.method === 'POST' && route.path === `/fhir/R4${path}`)
    expect(interaction.map(({ code }) => [code, isServed('')])).toEqual([['transaction', true]])
    const served = operation.map(({ name }) => [name, isServed(`/$${name}`) || isServed(`/:type/$${name}`)])
    expect(served).toEqual([
      ['process-message', true],
      ['validate', true],
    ])
  })

  it('promises no update that creates, and a conditional create only where there is create', async () => {
    for (const { interaction, conditionalCreate, updateCreate } of (await statementOf()).rest[0].resource) {
      expect(updateCreate).toBe(false)
      expect(conditionalCreate).toBe(interaction.some(({ code }) => code === 'create'))
    }
  })
})

describe('the profiles of the capability statement', () => {
  it('are all built ones', () => {
    const named = (capabilityStatement('http://g', 'http://g/t', '2026-11-22').rest?.[0]?.resource ?? []).flatMap(
      ({ supportedProfile = [] }) => supportedProfile,
    )
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
