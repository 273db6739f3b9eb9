// The reference list that this suite is measured by: 414 testable assertions of FHIR R4 over HTTP, SMART and the NHS's profiles, by area and level.
// Gathered for this project from the specifications themselves; what each says is in the requirement that shows it.

import type { Level } from '../requirement.ts'

interface Listed {
  readonly prefix: string
  readonly area: string
  /** One letter for each assertion, 01 first: M MUST, S SHOULD, O MAY (optional), G GATE. */
  readonly levels: string
  /** Why no requirement is held to it yet. */
  readonly later?: string
}

const listed: readonly Listed[] = [
  { prefix: 'NEG', area: 'headers/negotiation', levels: 'MMMSMSSSMSMSMSMOOMGMMMSMMSSMMGSGG' },
  { prefix: 'READ', area: 'read/vread', levels: 'MSMSMSSOMOSSMSSSMS' },
  { prefix: 'CRE', area: 'create', levels: 'MMSMMSMMMSSSSSSMGSGMGS' },
  { prefix: 'CCR', area: 'conditional create', levels: 'MMMSGSG' },
  { prefix: 'UPD', area: 'update', levels: 'MMMMMMMMSOGMMSMSO' },
  { prefix: 'CUP', area: 'conditional update', levels: 'MMMMMSS' },
  { prefix: 'PAT', area: 'patch', levels: 'MMMMMMMMSSMMS' },
  { prefix: 'DEL', area: 'delete', levels: 'SSMSSSSMMMGM' },
  { prefix: 'HIS', area: 'history', levels: 'MMMMSMMSMMSM' },
  { prefix: 'SEA', area: 'search core', levels: 'MMMMMMSSSMSSSMMMMMMMMSGOM' },
  { prefix: 'SPT', area: 'search parameter types', levels: 'MMSMMMMMMMMSSSMMMSMS' },
  { prefix: 'PAG', area: 'search results & paging', levels: 'MMMSMMSGGMOMSSSMMSMMMMSMG' },
  { prefix: 'TXN', area: 'batch/transaction', levels: 'MMSMMMMMMMMSMMMMMSSSMMMGGG' },
  { prefix: 'CAP', area: 'capabilities', levels: 'MMMSOMGMMSSMMSS' },
  { prefix: 'OPS', area: 'operations', levels: 'MMSMSMMMMMMSMMM' },
  { prefix: 'ERR', area: 'errors', levels: 'SMSGMMGGS' },
  { prefix: 'SUB', area: 'subscriptions', levels: 'MSMMMSMG', later: 'there are no subscriptions' },
  { prefix: 'BLK', area: 'async/bulk', levels: 'SMMMMMMMMMMSGMSM', later: 'there is no bulk export' },
  { prefix: 'DSC', area: 'smart discovery', levels: 'MMMMMMMMMMMSMMS' },
  { prefix: 'TOK', area: 'smart token', levels: 'MMSSMMMMMMMMMMMMMSMM' },
  { prefix: 'AST', area: 'smart assertion', levels: 'MMMMMMMMMMGGGMMMMMMSMMMMSMGMGMGG' },
  { prefix: 'SCP', area: 'smart scopes & resource server', levels: 'MOSMMMMMMMMMMMMMMMMSSMM' },
  { prefix: 'NHS', area: 'nhs signed jwt profile', levels: 'MMMMMMMMMMSSM' },
  {
    prefix: 'BRS',
    area: 'bars / nhs http',
    levels: 'MMMMMMMMMMS',
    later: 'nobody has gone through the Booking and Referral Standard’s own tests yet',
  },
]

export interface Assertion {
  readonly id: string
  readonly level: Level
}

export interface AssertionArea {
  readonly prefix: string
  readonly area: string
  readonly assertions: readonly Assertion[]
  readonly later?: string
}

const levelOf: Readonly<Record<string, Level>> = { M: 'MUST', S: 'SHOULD', O: 'MAY', G: 'GATE' }

export const assertionAreas: readonly AssertionArea[] = listed.map(({ levels, ...area }) => ({
  ...area,
  assertions: [...levels].map((letter, i) => ({
    id: `${area.prefix}-${String(i + 1).padStart(2, '0')}`,
    level: levelOf[letter] ?? 'MUST',
  })),
}))
