// PID: the person, as the acute trust knows them.

import { nhsNumber as nhsNumberSystem } from '../../../profiles/canonical.ts'
import { administrativeGender, ethnicCategory, nhsNumberStatus } from '../../codes/tables.ts'
import { code, concept, language, letterAndLocal, wordsIfInexact } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { invalidNhsNumber, invalidNhsNumberSystem, localIdentifier, nhsNumber } from '../../engine/identifiers.ts'
import { address, personName, telecom } from '../../engine/people.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { yesNo } from '../../engine/text.ts'
import { birthTime, date, dateTime } from '../../engine/time.ts'
import type { Assertion, Issue } from '../../mapped.ts'
import { local, nameOf, nhs, telecomOf, tracing } from './selectors.ts'

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'
const nhsIdentifier = `identifier[system=${nhsNumberSystem}]`
const nhsNumberPath = `${nhsIdentifier}.value`
const statusPath = `${nhsIdentifier}.extension[url=${ukCore}NHSNumberVerificationStatus].valueCodeableConcept`

export const pidTable: Table = {
  id: 'PID → Patient',
  source: 'PID',
  fields: fieldsOf('PID', 39),
  draft: 'patient',
  type: 'Patient',
  selectors: {
    NHS: nhs,
    local,
    official: nameOf('', 'L', 'D'),
    nickname: nameOf('N'),
    maiden: nameOf('M'),
    alias: nameOf('', 'A', 'L', 'D', 'U', 'Y'),
    phone: telecomOf('phone'),
    mobile: telecomOf('mobile'),
    email: telecomOf('email'),
    tracing,
  },
  // prettier-ignore
  rows: [
    { from: ['PID-3[NHS].1', 'PID-19.1'], to: nhsNumberPath, as: nhsNumber, direction: '⇄', note: 'some trusts send it in PID-19 only' },
    { from: ['PID-3[NHS].1', 'PID-19.1'], to: `identifier[system=${invalidNhsNumberSystem}].value`, as: invalidNhsNumber, direction: '→' },
    { from: 'PID-32[tracing].1', to: statusPath, as: concept, codes: nhsNumberStatus, direction: '⇄' },
    { from: 'PID-3[local]', to: 'identifier[system={system}]', as: localIdentifier, direction: '⇄' },
    { from: 'PID-5[official]', to: 'name[use=official]', as: personName('official'), direction: '⇄' },
    { from: ['PID-5[nickname]', 'PID-9[nickname]'], to: 'name[use=nickname]', as: personName('nickname'), direction: '⇄' },
    { from: ['PID-5[maiden]', 'PID-9[maiden]'], to: 'name[use=maiden]', as: personName('maiden'), direction: '⇄' },
    { from: 'PID-9[alias]', to: 'name[id=alias]', as: personName(), direction: '→', note: 'FHIR has no use for an alias, and old would be a guess' },
    { from: 'PID-7', to: 'birthDate', as: date, direction: '⇄' },
    { from: 'PID-7', to: '_birthDate.extension[url=http://hl7.org/fhir/StructureDefinition/patient-birthTime].valueDateTime', as: birthTime, direction: '→' },
    { from: 'PID-8', to: 'gender', as: code, codes: administrativeGender, direction: '⇄' },
    { from: 'PID-8', to: '_gender.extension[url=http://hl7.org/fhir/StructureDefinition/originalText].valueString', as: wordsIfInexact, codes: administrativeGender, direction: '→' },
    { from: 'PID-11', to: 'address', as: address, direction: '⇄', many: true },
    { from: 'PID-13[phone]', to: 'telecom[use=home]', as: telecom('phone', 'home'), direction: '⇄', snapshot: true },
    { from: 'PID-13[mobile]', to: 'telecom[use=mobile]', as: telecom('phone', 'mobile'), direction: '⇄', snapshot: true },
    { from: 'PID-13[email]', to: 'telecom[system=email]', as: telecom('email'), direction: '⇄', snapshot: true },
    { from: 'PID-14[phone]', to: 'telecom[use=work]', as: telecom('phone', 'work'), direction: '⇄', snapshot: true },
    { from: 'PID-15', to: 'communication[0].language', as: language, direction: '→' },
    { from: 'PID-22', to: `extension[url=${ukCore}EthnicCategory].valueCodeableConcept`, as: letterAndLocal, codes: ethnicCategory, direction: '⇄' },
    { from: 'PID-29', to: 'deceasedDateTime', as: dateTime, direction: '⇄' },
    { from: 'PID-30', to: 'deceasedBoolean', as: yesNo, direction: '⇄' },
  ],
  ignored: {
    ...because('a set number says nothing about the person', 'PID-1'),
    ...because('kept by HL7 for old versions; PID-3 lists the identifiers', 'PID-2', 'PID-4'),
    ...because('the row says which kind of identifier it is', 'PID-3.4', 'PID-3.5'),
    ...because('the row says which kind of name it is', 'PID-5.7', 'PID-9.7'),
    ...because('not needed to arrange a discharge, so not passed on', 'PID-6', 'PID-16', 'PID-17', 'PID-20', 'PID-21', 'PID-23'),
    ...because('not needed to arrange a discharge, so not passed on', 'PID-24', 'PID-25', 'PID-26', 'PID-27', 'PID-28', 'PID-39'),
    ...because('ethnicity stands in PID-22 in the UK profile', 'PID-10'),
    ...because('the county is part of the address', 'PID-12'),
    ...because('an account number is not an identifier of the person', 'PID-18'),
    ...because('says who last changed the record at the trust, not what it says', 'PID-31', 'PID-33', 'PID-34'),
    ...because('about animals', 'PID-35', 'PID-36', 'PID-37', 'PID-38'),
  },
}

export const pid = compile(pidTable)

/**
 * What the rows of PID cannot say one by one: deceased[x] is one element in two fields, and a status needs its number.
 * A date of death beside "not dead" is taken for neither.
 */
export function settlePerson(assertions: readonly Assertion[]): { assertions: readonly Assertion[]; issues: readonly Issue[] } {
  const death = assertions.filter(({ path }) => path.startsWith('deceased'))
  const others = assertions.filter((one) => !death.includes(one))
  const settled = settleDeath(death)
  const hasNumber = others.some(({ state, path }) => state === 'set' && path === nhsNumberPath)
  const kept = hasNumber ? others : others.filter(({ path }) => path !== statusPath)
  const alone = kept.length < others.length ? [statusAlone] : []
  return { assertions: [...kept, ...settled.assertions], issues: [...settled.issues, ...alone] }
}

function settleDeath(said: readonly Assertion[]): { assertions: readonly Assertion[]; issues: readonly Issue[] } {
  if (said.length === 0) return { assertions: [], issues: [] }
  const date = said.find(({ state, path }) => state === 'set' && path === 'deceasedDateTime')
  const flag = said.find(({ path }) => path === 'deceasedBoolean')
  const isDead = flag?.state === 'set' ? flag.value : undefined
  if (date && isDead === false) return { assertions: [], issues: [contradiction] }
  const gone = (path: string): Assertion => ({ state: 'clear', path })
  if (date) return { assertions: [gone('deceasedBoolean'), date], issues: [] }
  if (flag && isDead !== undefined) return { assertions: [gone('deceasedDateTime'), flag], issues: [] }
  return { assertions: [gone('deceasedDateTime'), gone('deceasedBoolean')], issues: [] }
}

const statusAlone: Issue = {
  severity: 'information',
  id: 'nhs-number-status-alone',
  text: 'PID-32 tells the status of an NHS number that the message does not hold; it was not taken.',
  location: 'PID-32',
  expression: 'Patient.identifier.extension',
}
const contradiction: Issue = {
  severity: 'error',
  id: 'death-contradictory',
  text: 'PID-29 holds a date of death and PID-30 says that the person has not died; neither was taken.',
  location: 'PID-30',
  expression: 'Patient.deceased[x]',
}
