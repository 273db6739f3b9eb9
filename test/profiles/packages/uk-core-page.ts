// The page of the docs about UK Core, from what its test last found: docs/uk-core.md.

import { readFileSync } from 'node:fs'
import { table } from '../../docs/table.ts'
import type { Outcome } from './uk-core.ts'

const prescription =
  'The reference holds an id without its type (`UKCore-MedicationRequest-…` for `MedicationRequest/…`): R4 has no such reference.'

/** Why each example that does not pass is wrong itself. */
export const reasons: Readonly<Record<string, string>> = {
  'Extension-UKCore-ConditionEpisode-Example.xml':
    'The extension has two values, `valueCode` and `valueCodeableConcept`: an extension has one, and its definition allows only the second.',
  'UKCore-MedicationDispense-Amoxicillin-Example.xml': prescription,
  'UKCore-MedicationDispense-CiprofloxacinIV-Example.xml': prescription,
  'UKCore-MedicationDispense-CiprofloxacinOral-Example.xml': prescription,
  'UKCore-Provenance-RARecordConsent-Example.xml':
    'The reference is the address of a profile with `Organization/` before it, and names no organisation.',
}

/** docs/uk-core.md, printed from uk-core.json: the data itself is not part of the project. */
export function ukCorePage(): string {
  const outcome = JSON.parse(readFileSync(new URL('uk-core.json', import.meta.url), 'utf8')) as Outcome
  const { definitions, elements, codeSystems, valueSets, examples, passed, profiles } = outcome
  return `# UK Core

Printed from \`test/profiles/packages/uk-core.json\`, which a test compares with what it finds where the data is present. Source: ${outcome.source}, © HL7 UK, Apache-2.0; none of its files is part of this project.

UK Core is published with differentials only. \`FHIR_PACKAGES\` takes it as a folder (XML or JSON) or as a \`.tgz\`: its ${definitions} definitions are laid out over R4's to ${elements.toLocaleString('en')} elements, with ${codeSystems} code systems and ${valueSets} value sets. What was found on the way:

${outcome.faults.map((fault) => `- ${fault}`).join('\n')}

**${passed} of its ${examples} examples pass.** One of them names its profile; each other one is held to the profile that its file is named after, or to that of its type: ${profiles} profiles in all. These do not pass:

${table(
  ['example', 'profile', 'found', 'why'],
  outcome.failed.map(({ example, profile, issues }) => [
    example,
    profile,
    issues.join('<br>'),
    reasons[example] ?? 'not explained',
  ]),
)}

Besides errors, the examples gave these remarks. A code that is not checked is one of a terminology that is not in the packages (SNOMED CT, dm+d, LOINC), which is said and never passed over in silence.

${table(
  ['remark', 'times'],
  Object.entries(outcome.remarks).map(([name, count]) => [name, String(count)]),
)}
`
}
