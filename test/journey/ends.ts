// What remains visible when work, a referral or an emergency ends: the table that docs/access.md prints and ends.test.ts plays.

export interface End {
  readonly when: string
  readonly who: string
  /** Of what it saw before. What it wrote first itself, and the directory, each sees always. */
  readonly keeps: string
  /** Names of the scene that it then sees; `all`: as before. */
  readonly sees: readonly string[] | 'all'
}

const task = 'the task that was addressed to it, with its last status'

export const ends: readonly End[] = [
  { when: 'its task is rejected', who: 'the owner', keeps: task, sees: ['provider task'] },
  { when: 'its task is cancelled', who: 'the owner', keeps: task, sees: ['provider task'] },
  { when: 'its task was entered in error', who: 'the owner', keeps: 'nothing: a notice tells it so', sees: [] },
  { when: 'its task is completed', who: 'the owner', keeps: 'everything: the care that it was asked for goes on', sees: 'all' },
  {
    when: 'its task has failed',
    who: 'the owner',
    keeps: 'everything, until whoever asked cancels it or asks another',
    sees: 'all',
  },
  { when: 'one of its two tasks is cancelled', who: 'the owner', keeps: 'everything: the other task stands', sees: 'all' },
  { when: 'the referral is completed', who: 'each party', keeps: 'everything: closing it sends nobody home', sees: 'all' },
  { when: 'the referral is withdrawn', who: 'each party but the trust', keeps: task, sees: ['provider task'] },
  { when: 'the referral was entered in error', who: 'each party but the trust', keeps: task, sees: ['provider task'] },
  { when: 'the hub rejects the referral', who: 'the hub', keeps: task, sees: ['hub task'] },
]
