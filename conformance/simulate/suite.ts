// Every requirement of a product that sends or fetches, in the order in which they are listed.

import type { ClientRequirement } from './requirement.ts'
import { authorityOf } from './requirements/authority.ts'
import { hl7Sender } from './requirements/hl7v2.ts'
import { messageSender } from './requirements/message.ts'
import { puller } from './requirements/puller.ts'
import { retryOf } from './requirements/retry.ts'

const sender = { role: 'sender', packs: ['message'] } as const
const receiver = { role: 'receiver', packs: ['puller'] } as const

export const clientSuite: readonly ClientRequirement[] = [
  ...hl7Sender,
  ...messageSender,
  ...retryOf(sender, 'HF-SND', 71),
  ...authorityOf(sender, 'HF-SND', 101),
  ...puller,
  ...retryOf(receiver, 'HF-RCV', 71),
  ...authorityOf(receiver, 'HF-RCV', 101),
]
