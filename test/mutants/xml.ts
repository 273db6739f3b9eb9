// Faults of XML: asked for and not sent, sent and not read.

import { mutantsOf, type Mutant } from './mutant.ts'

export const xml: readonly Mutant[] = [
  ...mutantsOf('gateway/fhir/representation.ts', [
    ['xml-never', 'sends JSON, whatever is asked for', "if (wants.format === 'xml')", 'if (false)'],
  ]),
  ...mutantsOf('gateway/fhir/body.ts', [
    [
      'xml-not-taken',
      'reads everything as JSON',
      'const { value, longest = Infinity } = isXmlType(mediaType) ? fromXml(body) : fromJson(body)',
      'const { value, longest = Infinity } = fromJson(body)',
    ],
  ]),
  ...mutantsOf('profiles/xml/values.ts', [
    [
      'xml-numbers',
      'makes texts of numbers',
      'if (!isKeptAsText(text)) return Number(text)',
      'if (!isKeptAsText(text)) return text',
    ],
  ]),
  ...mutantsOf('profiles/xml/read.ts', [
    [
      'xml-doctype',
      'reads past a document type',
      "parser.on('doctype', () =>\n    stop(",
      "parser.on('doctype', () =>\n    void (",
    ],
  ]),
]
