// Faults of granular scopes: each a way round what `?param=value` leaves out.

import { mutantsOf, type Mutant } from './mutant.ts'

const wide = '(access as any).as === "organization" ? { ...access, narrowed: undefined } as any : access'
const scopeWide = `{ ...scope.access, narrowed: undefined } as any`

export const narrowing: readonly Mutant[] = [
  ...mutantsOf('gateway/store/reads.ts', [
    [
      'narrow-read',
      'reads what a narrow scope leaves out',
      "visible(access, { r: 'r', type, by: 'read' }, bind)",
      `visible(${wide}, { r: 'r', type, by: 'read' }, bind)`,
    ],
  ]),
  ...mutantsOf('gateway/store/query.ts', [
    [
      'narrow-search',
      'finds what a narrow scope leaves out',
      "visible(access, { ...scope, by: 'search' }, scope.bind)",
      `visible(${wide}, { ...scope, by: 'search' }, scope.bind)`,
    ],
    [
      'narrow-total',
      'counts what a narrow scope leaves out',
      'const matching = matches(access,',
      `const matching = matches(${wide},`,
    ],
  ]),
  ...mutantsOf('gateway/store/include.ts', [
    [
      'narrow-include',
      'includes what a narrow scope leaves out',
      "visible(access, { r: 'r', type: type ?? '', by: 'search' }, bind)",
      `visible(${wide}, { r: 'r', type: type ?? '', by: 'search' }, bind)`,
    ],
  ]),
  ...mutantsOf('gateway/store/clauses.ts', [
    [
      'narrow-chain',
      'follows references to what a narrow scope leaves out',
      "visible(scope.access, { ...scope, by: 'search' }, scope.bind)",
      `visible(${scopeWide}, { ...scope, by: 'search' }, scope.bind)`,
    ],
  ]),
  ...mutantsOf('gateway/store/history.ts', [
    [
      'narrow-version',
      'tells versions from before a narrow scope reached them',
      "return numberOf(row, 'standing') === numberOf(row, 'version') || reachesVersion(access, by, versionOf(row))",
      "return numberOf(row, 'standing') >= 0 || reachesVersion(access, by, versionOf(row))",
    ],
  ]),
  ...mutantsOf('gateway/inner.ts', [
    [
      'narrow-batch',
      'reads in a batch what a narrow scope leaves out',
      'access: accessOf(caller, house.now())',
      'access: { ...accessOf(caller, house.now()), narrowed: undefined } as any',
    ],
  ]),
  ...mutantsOf('gateway/auth/access.ts', [
    [
      'narrow-page',
      'lets a narrow token follow the page links of a wide one',
      'return [client, known, reviews',
      'return [client, known && "", reviews',
    ],
  ]),
  ...mutantsOf('gateway/intake/reach.ts', [
    [
      'narrow-write',
      'writes what a narrow scope leaves out',
      'const narrowings = narrowingsOf(caller.scopes, type, [letter])',
      'const narrowings = narrowingsOf([], type, [letter])?.[0]?.length ? [] : undefined',
    ],
    [
      'narrow-write-before',
      'does not look at what a narrow scope would change',
      'const resources = [before?.resource, after]',
      'const resources = [after]',
    ],
    [
      'narrow-write-after',
      'does not look at what becomes of what a narrow scope changes',
      'const resources = [before?.resource, after]',
      'const resources = [before?.resource]',
    ],
  ]),
  ...mutantsOf('gateway/auth/narrowing.ts', [
    [
      'narrow-unknown',
      'passes over what it cannot narrow by',
      'return clauses.every((clause) => clause !== undefined) ? clauses : undefined',
      'return clauses.filter((clause) => clause !== undefined)',
    ],
    [
      'narrow-first-parameter',
      'narrows by the first parameter alone',
      'return clauses.every((clause) => clause !== undefined) ? clauses : undefined',
      'return clauses.every((clause) => clause !== undefined) ? clauses.slice(0, 1) : undefined',
    ],
  ]),
  ...mutantsOf('gateway/auth/scopes.ts', [
    [
      'narrow-first-scope',
      'takes the first of several narrow scopes alone',
      'return own.flatMap(({ params }) =>',
      'return own.slice(0, 1).flatMap(({ params }) =>',
    ],
    [
      'narrow-decoded-first',
      'takes an encoded & for one between parameters',
      "const pairs = query.split('&').map(",
      "const pairs = decodeURIComponent(query).split('&').map(",
    ],
    ['narrow-echo', 'does not say that it narrowed', '${query && `?${query}`}`\n}', '${query && ``}`\n}'],
  ]),
]
