// Privacy of errors: where, and never who; words, and never the inside of the machine.

import { nhsNumber } from '../../profiles/canonical.ts'
import { holds, refusal, same, status } from '../expect.ts'
import { area } from '../requirement.ts'
import { created, readOf } from '../scenes/fhir.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { homeFirst } from '../sources.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.search-type'] } as const
const statement = homeFirst('operate', 'Errors say where and never who')

/** Signs of the inside: stacks, SQL, paths of source files, names of drivers. */
const inside =
  /\bat [\w.<>]+ \(|node_modules|node:internal|\.ts:\d|SQLITE|syntax error|select .* from |insert into|TypeError|ReferenceError|undefined is not/i

export const privacy = area('privacy', [
  {
    id: 'HF-PRV-001',
    level: 'GATE',
    title: 'repeats no submitted value in a refusal',
    statement,
    assertions: ['ERR-04'],
    needs,
    tags: ['privacy'],
    kills: ['error-search-value'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      await readOf(t.as('acute'), reference)
      const secret = `Secretvalue${t.random.text(6)}`
      const session = t.as('acute')
      const answers: readonly Answer[] = [
        await session.post('Patient', { ...patientOf(person), gender: secret }),
        await session.post('Patient', { ...patientOf(person), [secret]: 1 }),
        await session.post('Patient', { ...patientOf(person), birthDate: secret }),
        await session.post('Patient', { ...patientOf(person), managingOrganization: { reference: `Patient/${secret}` } }),
        await session.post('Patient', `{"resourceType":"${secret}"}`),
        await session.post('Patient', `{"resourceType":"Patient","x":${secret}`),
        await session.get(`Patient?birthdate=${secret}`),
        await session.get(`Patient?identifier=${secret}|||`),
        await session.get(`Patient/${secret}`),
        await session.get(`Patient?${person.nhsNumber}=1`),
        await session.put(reference, { ...patientOf(person), id: secret }),
      ]
      for (const [i, answer] of answers.entries()) {
        refusal(answer, [400, 404, 422], `hostile request ${i + 1}`)
        const isTold = [secret, person.nhsNumber, person.family].some((value) => answer.text.includes(value))
        holds(!isTold, `hostile request ${i + 1}`, 'nothing of what was sent', 'a value that was sent')
      }
    },
  },
  {
    id: 'HF-PRV-002',
    level: 'GATE',
    title: 'shows nothing of its inside, whatever it is sent, and never breaks',
    statement: homeFirst(
      'operate',
      'An unknown error is logged under an id with its stack and no values; the caller sees the id',
    ),
    assertions: ['ERR-04'],
    needs,
    tags: ['privacy'],
    kills: ['http-500-on-json'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const session = t.as('acute')
      const query = encodeURIComponent("'; drop table resource; --")
      const answers: readonly Answer[] = [
        await session.get(`Patient?identifier=${query}`),
        await session.get(`Patient?family=${'%'.repeat(1)}25_`),
        await session.get(`Patient?identifier=${'x'.repeat(3000)}`),
        await session.get('Patient?_page=AAAA'),
        await session.get('Patient?__proto__=1&constructor=2'),
        await session.post('Patient', '{"resourceType":"Patient","__proto__":{"a":1}}'),
        await session.post('Patient', '{"resourceType":"Patient","name":[{"family":{"a":1}}]}'),
        await session.post('Patient', '{"resourceType":"Patient","identifier":"x"}'),
        await session.post('Patient', '{"resourceType":"Patient","multipleBirthInteger":1e400}'),
        await session.get(`${reference}/_history/99999999999999999999`),
        await session.get('Patient/%E0%A4%A'),
        await session.post('Patient', '{'),
        await session.post('Patient', ''),
      ]
      for (const [i, answer] of answers.entries()) {
        holds(answer.status < 500, `hostile request ${i + 1}`, 'no 5xx', answer.status)
        holds(!inside.test(answer.text), `hostile request ${i + 1}`, 'nothing of the inside', answer.text)
      }
      await readOf(session, reference)
    },
  },
  {
    id: 'HF-PRV-003',
    level: 'GATE',
    title: 'tells by a refused reference no more than that it is not known',
    statement: homeFirst('access', 'Hidden and absent read alike: in reads, references and searches'),
    needs: { systems: ['acute', 'otherCouncil'], capability: ['Patient.create', 'Observation.create', 'Patient.search-type'] },
    tags: ['privacy', 'access'],
    kills: ['reference-hidden', 'access-everyone'],
    async run(t) {
      const person = t.person()
      const patient = await created(t.as('acute'), patientOf(person))
      const about = (reference: string) => ({
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'x' },
        subject: { reference },
      })
      status(await t.as('acute').post('Observation', about(patient)), 201, 'its own Patient')
      const [hidden, unknown] = [
        await t.as('otherCouncil').post('Observation', about(patient)),
        await t.as('otherCouncil').post('Observation', about('Patient/none-1')),
      ]
      refusal(unknown, [400, 404, 422], 'a reference to nothing')
      same([hidden.status, hidden.text], [unknown.status, unknown.text], 'a reference to what is hidden')
      const byNumber = { ...about(''), subject: { type: 'Patient', identifier: { system: nhsNumber, value: person.nhsNumber } } }
      const guess = await t.as('otherCouncil').post('Observation', byNumber)
      holds(!guess.text.includes(patient), 'a guess by NHS number', 'nothing of the trust’s Patient', 'its id')
      status(await t.as('otherCouncil').get(`Patient?identifier=${localSystem}|${person.local}`), 200, 'a search for it')
    },
  },
])
