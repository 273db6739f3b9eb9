// What an organisation is in Home First; its kind decides its role in a journey.

import type { CodeTable } from './table.ts'

export const organizationKind = {
  name: 'organization-kind',
  title: 'Kind of organisation',
  description:
    'The kind of an organisation in the client registry. All but vendor and operator are roles in a journey. Codes and wording: ours.',
  concepts: [
    ['acute', 'Acute hospital trust'],
    ['hub', 'Transfer of care hub'],
    ['community', 'Community health provider'],
    ['council', 'Council with adult social care responsibility'],
    ['provider', 'Care provider'],
    ['gp', 'General practice'],
    ['icb', 'Integrated care board'],
    ['voluntary', 'Voluntary organisation'],
    ['assessor', 'Trusted assessor'],
    ['vendor', 'System supplier'],
    ['operator', 'Operator of the gateway'],
  ],
} as const satisfies CodeTable
