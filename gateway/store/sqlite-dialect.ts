// The words that SQLite spells in its own way.

import type { Dialect } from './script.ts'

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  each: (parameter) => `json_each(${parameter}) as e`,
  contains: (text, part) => `instr(${text}, ${part}) > 0`,
  position: (text, part) => `instr(${text}, ${part})`,
  lookUp: (table, alias, on) => `cross join ${table} ${alias} on ${on}`,
  oneOf: (column, select) => `${column} in (${select})`,
}
