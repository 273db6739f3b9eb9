// Bad FHIR requests against a running gateway: each gets the answer that CONTRACT states, and the next good one gets through.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifierSystem } from '../../profiles/canonical.ts'
import { badRequests, secretsOf } from './bad-fhir.ts'
import { databases } from './databases.ts'
import { openHouse, type House } from './house.ts'
import { ask } from './http.ts'

describe.each(databases)('bad FHIR input, on $name', ({ url }) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(await url())
  })
  afterAll(() => house.close())

  it.each(badRequests)(
    'answers $title with $status and the place',
    async ({ sent, status, issues, places = [], secrets = [], answerHeaders = {} }) => {
      const authorization = `Bearer ${await house.wires.epr.token()}`
      const heard = await ask(house.url, { ...sent, headers: { ...sent.headers, authorization } })
      if (process.env['SHOW']) console.log(sent.method, sent.path.slice(0, 60), heard.status, heard.text.slice(0, 700))
      expect(heard.status, heard.text.slice(0, 500)).toBe(status)
      for (const issue of issues) expect(heard.text).toContain(`"${issue}"`)
      for (const place of places) expect(heard.text).toContain(place)
      for (const secret of [...secrets, ...secretsOf(900)]) expect(heard.text).not.toContain(secret)
      for (const [name, value] of Object.entries(answerHeaders)) expect(heard.headers[name]).toMatch(value)
      expect(heard.text).not.toMatch(/\.ts:\d|node:internal|node_modules|Error:/)
      expect(await goodPost(house)).toBeLessThan(300)
      expect(house.errors).toEqual([])
    },
  )
})

async function goodPost(house: House): Promise<number> {
  const system = identifierSystem('local/trust1-epr/TRUST1')
  const resource = { resourceType: 'Patient', identifier: [{ system, value: 'BYSTANDER' }], name: [{ family: 'EXAMPLE' }] }
  const { status } = await house.wires.epr.ask('POST', '/fhir/R4/Patient', resource, {
    'if-none-exist': `identifier=${system}|BYSTANDER`,
  })
  return status
}
