// Each place where a query of the store joins the access predicate, as a fault to be seeded: there it is left out.

import { mutantsOf, type Mutant } from '../mutants/mutant.ts'

const all = "{ as: 'gateway', why: 'mutant' }"

export const joins: readonly Mutant[] = [
  ...mutantsOf('gateway/store/reads.ts', [
    ['read', 'reads what is hidden', " and ${visible(access, { r: 'r', type, by: 'read' }, bind)}", ''],
  ]),
  ...mutantsOf('gateway/store/query.ts', [
    ['search', 'searches what is hidden', "    visible(access, { ...scope, by: 'search' }, scope.bind),\n", ''],
    [
      'page',
      'shows what is hidden on pages',
      'cut(walk, access, query, dialect, bind, query.after, lead)',
      `cut(walk, ${all}, query, dialect, bind, query.after, lead)`,
    ],
    [
      'last-page',
      'shows what is hidden and lacks the sorted value',
      'cut(walk, access, query, dialect, bind, after)',
      `cut(walk, ${all}, query, dialect, bind, after)`,
    ],
    ['total', 'counts what is hidden', 'const matching = matches(access,', `const matching = matches(${all},`],
  ]),
  ...mutantsOf('gateway/store/clauses.ts', [
    ['chains', 'passes through what is hidden', "    visible(scope.access, { ...scope, by: 'search' }, scope.bind),\n", ''],
    ['journey', 'finds by a journey that is hidden', ' and ${standing([], inner)}', ''],
    [
      'chain-tested',
      'follows a reference to what is hidden',
      '= ${bind(start)}\n      and ${standing(where, inner)}`)',
      `= \${bind(start)}\n      and \${standing(where, { ...inner, access: ${all} })}\`)`,
    ],
    [
      'has-tested',
      'follows a reference from what is hidden',
      '= ${bind(type)} and ${standing(where, inner)}`)',
      `= \${bind(type)} and \${standing(where, { ...inner, access: ${all} })}\`)`,
    ],
  ]),
  ...mutantsOf('gateway/store/leads.ts', [
    ['leads', 'starts from what is hidden', 'standing(rest, scope)', `standing(rest, { ...scope, access: ${all} })`],
    [
      'chain-leading',
      'starts from what refers to what is hidden',
      'startOf(where, inner)\n  return `select i.rid',
      `startOf(where, { ...inner, access: ${all} })\n  return \`select i.rid`,
    ],
    [
      'has-leading',
      'starts from what is referred to from what is hidden',
      'startOf(where, inner)\n  return `select f.rid',
      `startOf(where, { ...inner, access: ${all} })\n  return \`select f.rid`,
    ],
  ]),
  ...mutantsOf('gateway/store/history.ts', [
    [
      'history',
      'tells the history of what is hidden',
      "    visible(access, { r: 'r', type: type ?? '', by: wayOf(of) }, bind),\n",
      "    '1 = 1',\n",
    ],
    [
      'history-page',
      'shows the versions of what is hidden',
      '...tests(access, of, asked, bind), ...after',
      `...tests(${all}, of, asked, bind), ...after`,
    ],
    [
      'history-total',
      'counts the versions of what is hidden',
      '${tests(access, of, asked, bind).join',
      `\${tests(${all}, of, asked, bind).join`,
    ],
  ]),
  ...mutantsOf('gateway/store/include.ts', [
    [
      'include-from',
      'includes what only hidden resources refer to',
      " and ${visible(access, { r: 's', type: '', by: 'search' }, bind)}",
      '',
    ],
    ['include', 'includes what is hidden', " and ${visible(access, { r: 'r', type: type ?? '', by: 'search' }, bind)}", ''],
  ]),
]
