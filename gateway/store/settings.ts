// Writing a setting, over whatever asks the database and makes it durable.

import type { Ask } from './reads.ts'
import { textOf } from './row.ts'
import type { Store } from './store.ts'

export function settingOn(ask: Ask): Store['setSetting'] {
  return async (name, text, onlyIfAbsent = false) => {
    const then = onlyIfAbsent ? 'nothing' : 'update set text = excluded.text'
    const insert = `insert into setting (name, text) values ($1, $2) on conflict (name) do ${then} returning text`
    const [written] = await ask(insert, [name, text])
    const [row] = written ? [written] : await ask('select text from setting where name = $1', [name])
    if (!row) throw new Error('a setting that was there is gone')
    return textOf(row, 'text')
  }
}
