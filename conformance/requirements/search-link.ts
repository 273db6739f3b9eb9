// Search by references: to whom, of which type, by whose identifier, and through another resource either way.

import { nhsNumber } from '../../profiles/canonical.ts'
import { refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, matchesIn } from '../scenes/fhir.ts'
import { observed, withObservations } from '../scenes/pages.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { foundBy, idOf, observedAs } from '../scenes/search.ts'
import { fhir } from '../sources.ts'

export const searchLinks = area('search', [
  {
    id: 'HF-SEA-026',
    level: 'MUST',
    title: 'finds a reference that may be to several types by the id alone, and by the type that a modifier names',
    statement: fhir('search#reference', 'subject:Patient=23 … The modifier :[type] … disambiguates'),
    assertions: ['SPT-11'],
    needs: observed,
    kills: ['search-type-modifier'],
    async run(t) {
      const { patient, all } = await withObservations(t, 1)
      const by = (name: string, value: string) => found(t.as('acute'), `Observation?${name}=${value}`)
      same(await by('subject', idOf(patient)), all, 'subject=[id]')
      same(await by('subject:Patient', idOf(patient)), all, 'subject:Patient=[id]')
      const other = await t.as('acute').get(`Observation?subject:Location=${idOf(patient)}`)
      if (other.status === 400) refusal(other, 400, 'subject:Location=[id]')
      else same(matchesIn(other), [], 'subject:Location=[id]')
    },
  },
  {
    id: 'HF-SEA-027',
    level: 'SHOULD',
    title: 'finds by the identifier that a reference itself holds',
    statement: fhir('search#reference', ':identifier … allows for searching by the identifier rather than the literal reference'),
    assertions: ['SPT-12'],
    needs: observed,
    kills: ['search-identifier-modifier'],
    async run(t) {
      const person = t.person()
      const patient = await created(t.as('acute'), patientOf(person))
      const subject = { reference: patient, identifier: { system: nhsNumber, value: person.nhsNumber } }
      const { all } = await observedAs(t, { subject })
      const by = (value: string) =>
        foundBy(t.as('acute'), `Observation?subject:identifier=${nhsNumber}|${value}`, { is: all[0] ?? '' }, ':identifier')
      same(await by(person.nhsNumber), 'is', 'her NHS number')
      same(await by(t.person().nhsNumber), '', 'another')
    },
  },
  {
    id: 'HF-SEA-028',
    level: 'SHOULD',
    title: 'holds what a reference leads to to every chain of a search',
    statement: fhir('search#chaining', 'Chained parameters … are evaluated … each of them'),
    assertions: ['SPT-13'],
    needs: { ...observed, capability: [...observed.capability, 'Patient?birthdate', 'Patient?identifier'] },
    kills: ['search-chain-tested'],
    async run(t) {
      const { person, all } = await withObservations(t, 1)
      await withObservations(t, 1)
      const by = (birthDate: string) =>
        found(
          t.as('acute'),
          `Observation?subject:Patient.identifier=${localSystem}|${person.local}&subject:Patient.birthdate=${birthDate}`,
        )
      same(await by(person.birthDate), all, 'her number and her birthday')
      same(await by('1890-01-01'), [], 'her number and another birthday')
      same(await found(t.as('acute'), `Observation?_id=${idOf(all[0] ?? '')}&subject:Patient.gender=male`), [], 'hers, and male')
    },
  },
  {
    id: 'HF-SEA-029',
    level: 'SHOULD',
    title: 'finds by what refers to it',
    statement: fhir('search#has', '_has … select resources based on the properties of resources that refer to them'),
    assertions: ['SPT-14'],
    needs: { ...observed, capability: [...observed.capability, 'Patient.search-type', 'Observation?identifier'] },
    kills: ['search-has'],
    async run(t) {
      const value = t.id()
      const { patient } = await observedAs(t, { identifier: [{ system: localSystem, value }] })
      await observedAs(t, { identifier: [{ system: localSystem, value: t.id() }] })
      const by = (code: string) =>
        foundBy(
          t.as('acute'),
          `Patient?_id=${idOf(patient)}&_has:Observation:subject:identifier=${localSystem}|${code}`,
          { is: patient },
          '_has',
        )
      same(await by(value), 'is', 'one with that Observation')
      same(await by(t.id()), '', 'one without')
      same(await found(t.as('acute'), `Patient?_has:Observation:subject:identifier=${localSystem}|${value}`), [patient], 'alone')
    },
  },
  {
    id: 'HF-SEA-031',
    level: 'MUST',
    title: 'searches every type by _id and _lastUpdated',
    statement: fhir('search#all', 'The following parameters apply to all resources: … _id … _lastUpdated'),
    assertions: ['SPT-17'],
    needs: { systems: ['acute'], capability: ['Patient.create', 'Patient.search-type'] },
    kills: ['search-common-dead'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const own = `Patient?_id=${idOf(patient)}&_lastUpdated=`
      same(await found(t.as('acute'), `${own}gt2000-01-01`), [patient], 'a Patient, by both')
      same(await found(t.as('acute'), `${own}lt2000-01-01`), [], 'a Patient, by another time')
      const searched = at(t.run.capability, 'rest.resource').filter((one) =>
        textsAt(one, 'interaction.code').includes('search-type'),
      )
      for (const type of searched.map((one) => textAt(one, 'type'))) {
        const answer = await t.as('acute').get(`${type}?_id=none-1&_lastUpdated=gt2000-01-01`)
        // What a token does not let one search says nothing of its parameters.
        if (answer.status === 403) continue
        status(answer, 200, `${type}?_id&_lastUpdated`)
        same(matchesIn(answer), [], `${type} of an id that nothing has`)
      }
    },
  },
])
