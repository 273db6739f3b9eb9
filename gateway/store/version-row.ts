// A row of the columns of a version as a Version.

import { kinds } from '../types.ts'
import { numberOf, presentOf, textOf, wordOf } from './row.ts'
import type { Row } from './script.ts'
import type { Version } from './store.ts'

export function versionOf(row: Row): Version {
  return {
    type: textOf(row, 'type'),
    id: textOf(row, 'id'),
    version: numberOf(row, 'version'),
    at: textOf(row, 'at'),
    text: textOf(row, 'text'),
    deleted: numberOf(row, 'deleted') === 1,
    author: textOf(row, 'author'),
    kind: wordOf(kinds, row, 'kind'),
    ...presentOf(row, 'message', 'notes'),
  }
}
