// Faults of the mapping from HL7 v2: swapped, dropped, shifted, made up.

import { mutantsOf, type Mutant } from './mutant.ts'

export const mapping: readonly Mutant[] = [
  ...mutantsOf('mappings/acute/hl7v2/ack.ts', [
    ['ack-control-id', 'does not say what it acknowledges', "escapeText(header?.controlId ?? '', delimiters)", "''"],
    [
      'ack-addresses',
      'addresses its acknowledgement to itself',
      'plain(header?.receivingApplication),',
      'plain(header?.sendingApplication),',
    ],
  ]),
  ...mutantsOf('mappings/acute/hl7v2/messages.ts', [
    ['hl7-control-optional', 'takes messages without a control id', "if (header.controlId === '')", 'if (false)'],
    [
      'map-discharge-status',
      'leaves a stay open after the discharge',
      "means: 'discharge', status: 'finished'",
      "means: 'discharge', status: 'as-known'",
    ],
    [
      'map-a13-keeps-end',
      'keeps the end of a discharge that was taken back',
      "means: 'discharge cancelled', status: 'in-progress', undoesDischarge: true",
      "means: 'discharge cancelled', status: 'in-progress'",
    ],
    [
      'map-a11-ignored',
      'ignores that an admission was cancelled',
      "means: 'admission cancelled', status: 'cancelled'",
      "means: 'admission cancelled', status: 'as-known'",
    ],
  ]),
  ...mutantsOf('mappings/acute/hl7v2/pv1.ts', [
    [
      'map-admission-swapped',
      'takes the method of an admission for its source',
      "{ from: 'PV1-4', to:",
      "{ from: 'PV1-14', to:",
      [
        {
          find: "{ from: 'PV1-14', to: 'hospitalization.admitSource'",
          replace: "{ from: 'PV1-4', to: 'hospitalization.admitSource'",
        },
      ],
    ],
  ]),
  ...mutantsOf('mappings/source.ts', [
    [
      'map-discharge-swapped',
      'takes the destination of a discharge for its method',
      "'PV1-36': dischargeMeaning.default('discharge-destination')",
      "'PV1-36': dischargeMeaning.default('discharge-method')",
    ],
    [
      'map-fit-is-criteria',
      'takes medically fit for criteria to reside',
      "z.enum(['medically-fit', 'criteria-to-reside']).default('medically-fit')",
      "z.enum(['medically-fit', 'criteria-to-reside']).default('criteria-to-reside')",
    ],
  ]),
  ...mutantsOf('mappings/engine/time.ts', [
    [
      'map-hour-offset',
      'takes English clocks for Greenwich’s',
      'const value = local + printOffset(minutes)',
      'const value = local + printOffset(0 * minutes)',
    ],
    ['map-month-13', 'takes a month that does not exist', 'at.getUTCFullYear() === wall.year &&', ''],
  ]),
  ...mutantsOf('mappings/engine/identifiers.ts', [
    ['map-any-nhs-number', 'takes any ten digits for an NHS number', 'return check === Number(digits[9])', 'return check >= 0'],
  ]),
  ...mutantsOf('mappings/engine/people.ts', [
    ['map-name-swapped', 'takes the given name for the family’s', 'family: component(cell, 1),', 'family: component(cell, 2),'],
    ['map-address-dropped', 'drops the postcode', 'postalCode: component(cell, 5),', ''],
  ]),
  ...mutantsOf('mappings/codes/administrative-gender.json', [
    [
      'map-sex',
      'takes women for men',
      '"code": "F",\n     "display": "Female",\n     "target": [\n      {\n       "code": "female",\n       "display": "Female",',
      '"code": "F",\n     "display": "Female",\n     "target": [\n      {\n       "code": "male",\n       "display": "Male",',
    ],
  ]),
  ...mutantsOf('mappings/codes/patient-class.json', [
    [
      'map-class',
      'takes inpatients for outpatients',
      '"code": "IMP",\n       "display": "inpatient encounter",\n       "equivalence": "equal"',
      '"code": "AMB",\n       "display": "ambulatory",\n       "equivalence": "equal"',
    ],
  ]),
  ...mutantsOf('mappings/engine/coded.ts', [
    [
      'map-unknown-code-dropped',
      'drops codes that it does not know',
      '{ value: unknown(found, cell, context, codes), fault:',
      '{ fault:',
    ],
  ]),
  ...mutantsOf('mappings/engine/read.ts', [
    [
      'map-absent-clears',
      'takes silence for an empty value',
      'if (first === undefined || repetitions.every(isEmpty)) return undefined',
      'if (first === undefined || repetitions.every(isEmpty)) return clear(run, compiled, path, [])',
    ],
    [
      'map-null-leaves',
      'leaves what a message says is empty',
      "run.assertions.push({ state: 'clear', path: printPath(clearedBy(to)) })",
      '',
    ],
  ]),
  ...mutantsOf('mappings/acute/hl7v2/escapes.ts', [
    [
      'map-escapes',
      'leaves escapes as they are',
      "case 'T':\n      return delimiters.subcomponent",
      "case 'T':\n      return '\\\\T\\\\'",
    ],
  ]),
  ...mutantsOf('mappings/acute/hl7v2/forms.ts', [
    [
      'form-criteria-swapped',
      'takes no longer meeting the criteria for meeting them',
      "return yes ? 'meets' :",
      "return no ? 'meets' :",
    ],
  ]),
  ...mutantsOf('mappings/acute/hl7v2/documents.ts', [
    [
      'map-document-bytes',
      'loses the end of a document',
      "{ state: 'set', path: 'data', value: data }",
      "{ state: 'set', path: 'data', value: data.slice(0, -4) }",
    ],
  ]),
]
